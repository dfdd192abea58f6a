using System.Diagnostics;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.ServiceDefaults.Results;
using Npgsql;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>
/// Carries out moves of one board in one transaction. Each has an answer of its own: what one is refused for does not touch
/// the others, and nobody is answered before the commit. A move that limits refuse goes alone afterwards, where the
/// refusal is told and recorded.
/// </summary>
internal sealed class MovesTogether(
    BoardDbContext db,
    BoardLock boards,
    CardWriter writer,
    MoveQueue queue,
    BoardMetrics metrics,
    TimeProvider clock
)
{
    /// <summary>The move's answer; null where it has to go alone.</summary>
    internal async Task<Result<CardResponse>?> TryAsync(WaitingMove move, CancellationToken ct)
    {
        // An idempotent request has a transaction of its own, which its answer belongs to.
        if (db.Database.CurrentTransaction is not null)
        {
            return null;
        }

        var boardId = queue.BoardOf(move.CardId) ?? await boards.BoardOfAsync(move.CardId, ct);
        if (boardId is not { } board)
        {
            return null;
        }

        queue.Remember(move.CardId, board);
        return await queue.RunAsync(board, move, together => CarryOutAsync(board, together));
    }

    private async Task CarryOutAsync(Guid boardId, IReadOnlyList<WaitingMove> moves)
    {
        var mine = Activity.Current;
        try
        {
            // Not the token of one request: the others did not give up.
            var answers = await db.InShortTransactionAsync(
                ct => DecideAsync(boardId, moves, ct),
                CancellationToken.None
            );
            foreach (var (move, answer) in moves.Zip(answers))
            {
                move.Answer = answer;
            }
        }
        catch (PostgresException)
        {
            // Nothing of it is written: each tries alone, so that one cannot fail the others.
        }
        finally
        {
            Activity.Current = mine;
        }
    }

    private async Task<List<Result<CardResponse>?>> DecideAsync(
        Guid boardId,
        IReadOnlyList<WaitingMove> moves,
        CancellationToken ct
    )
    {
        var people = moves.SelectMany(move => move.People).ToHashSet();
        var ids = moves.Select(move => move.CardId).ToHashSet();
        if (await boards.OfCardsAsync(boardId, ids, people, ct) is not var (board, read))
        {
            return [.. moves.Select(_ => (Result<CardResponse>?)null)];
        }

        var cards = read.ToDictionary(
            one => one.Card.Id,
            one => new LockedCard(board, one.Card, one.HasApprovedChange)
        );
        var (before, now) = (board.Version, clock.GetUtcNow());
        var answers = new List<Result<CardResponse>?>(moves.Count);
        await using var batch = new NpgsqlBatch();
        foreach (var move in moves)
        {
            Activity.Current = move.Trace;
            var answer = cards.TryGetValue(move.CardId, out var card)
                ? Decide(batch, move, card with { Board = board }, now, out card)
                : null;
            if (card is not null)
            {
                (cards[move.CardId], board) = (card, card.Board);
            }

            answers.Add(answer);
        }

        Activity.Current = moves[0].Trace;
        if (board.Version > before)
        {
            await writer.SaveAndCommitAsync(batch, board, ct);
        }

        return answers;
    }

    private Result<CardResponse>? Decide(
        NpgsqlBatch batch,
        WaitingMove move,
        LockedCard locked,
        DateTimeOffset now,
        out LockedCard after
    )
    {
        after = locked;
        if (!move.User.IsInTeam(locked.Board.TeamId))
        {
            return CardErrors.NotOnTheTeam;
        }

        if (move.Seen.Check(locked.Card.Version) is { } stale)
        {
            return stale;
        }

        var decision = move.Decide(locked, now);
        if (decision.Change is { } change)
        {
            metrics.Happened(change);
            var board = writer.Add(batch.BatchCommands, locked.Board, change, new(move.User.Id, now));
            after = locked with { Board = board, Card = change.After };
            return CardResponse.From(change.After, board);
        }

        if (decision.Unchanged is { } same)
        {
            return CardResponse.From(same, locked.Board);
        }

        if (decision is { Violated.Count: 0, Refusal: { } refusal })
        {
            return refusal;
        }

        return null;
    }
}
