using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Features.Boards;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Npgsql;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>Decides a whole batch before the first write, so that a refusal leaves nothing behind.</summary>
internal sealed class CardBatch(BoardLock boards, CardWriter writer, Refusals refusals, BoardMetrics metrics)
{
    internal async Task<Result<IReadOnlyList<CardResponse>>> RunAsync(
        Guid boardId,
        IReadOnlyList<CardMoveRequest> moves,
        CurrentUser user,
        Act act,
        CancellationToken ct
    )
    {
        var ids = moves.Select(move => move.CardId ?? Guid.Empty).ToList();
        if (await boards.OfCardsAsync(boardId, ids, [user.Id], ct) is not var (board, cards))
        {
            return BoardErrors.Unknown;
        }

        if (!user.IsInTeam(board.TeamId))
        {
            return CardErrors.NotOnTheTeam;
        }

        var known = cards.Where(one => one.Card.BoardId == boardId).ToDictionary(one => one.Card.Id);
        var changes = new List<(LockedBoard Board, CardChange Change)>();
        foreach (var move in moves)
        {
            if (!known.TryGetValue(move.CardId ?? Guid.Empty, out var card))
            {
                return CardErrors.Unknown;
            }

            var decision = Decide(new(board, card.Card, card.HasApprovedChange), move, act);
            if (decision.Change is not { } change)
            {
                var refusal = await refusals.TellAsync(board, card.Card, decision, act, ct);
                return refusal with { Message = $"{card.Card.Key}: {refusal.Message}" };
            }

            changes.Add((board, change));
            board = board.After(change);
        }

        return await WriteAsync(changes, act, ct);
    }

    private static Decision Decide(LockedCard locked, CardMoveRequest move, Act act)
    {
        var workflow = locked.Board.Workflow;
        var column = move.ToColumnId is { } id ? workflow.Find(id) : workflow.FindByName(move.ToColumn);
        if (column is null)
        {
            return CardErrors.UnknownColumn;
        }

        var pulls = move.Pull ?? CardRules.IsPullByDefault(locked.Card, column);
        return CardRules
            .Move(locked.State, locked.Card, column, pulls ? act.By : null, act.At)
            .At(locked.Board.Version + 1.0);
    }

    private async Task<Result<IReadOnlyList<CardResponse>>> WriteAsync(
        List<(LockedBoard Board, CardChange Change)> changes,
        Act act,
        CancellationToken ct
    )
    {
        var responses = new List<CardResponse>(changes.Count);
        await using var batch = new NpgsqlBatch();
        LockedBoard? last = null;
        foreach (var (board, change) in changes)
        {
            metrics.Happened(change);
            last = writer.Add(batch.BatchCommands, board, change, act);
            responses.Add(CardResponse.From(change.After, last));
        }

        if (last is not null)
        {
            await writer.SaveAsync(batch, last, ct);
        }

        return responses;
    }
}
