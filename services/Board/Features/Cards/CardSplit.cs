using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Configurations;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>Decides every part of a split before the first write, so that a refusal leaves nothing behind.</summary>
internal sealed class CardSplit(
    BoardDbContext db,
    BoardLock boards,
    CardWriter writer,
    Refusals refusals,
    BoardMetrics metrics,
    CurrentUser user
)
{
    private sealed record Part(LockedBoard Board, CardChange Change);

    internal async Task<Result<SplitCardResponse>> RunAsync(
        Guid cardId,
        IReadOnlyList<string> titles,
        string? toColumn,
        IfMatch seen,
        Act act,
        CancellationToken ct
    )
    {
        if (await boards.OfCardAsync(cardId, [], ct) is not { } locked)
        {
            return CardErrors.Unknown;
        }

        var to =
            locked.Board.Workflow.Find(toColumn is null ? locked.Card.ColumnId : null)
            ?? locked.Board.Workflow.FindByName(toColumn);
        if (Refusal(locked, to, seen) is { } refusal)
        {
            return refusal;
        }

        var parts = await PartsAsync(locked, titles, to!, act, ct);
        return parts.IsRefused ? parts.Error : await WriteAsync(locked, parts.Value, act, ct);
    }

    private Error? Refusal(LockedCard locked, Column? to, IfMatch seen) =>
        !user.IsInTeam(locked.Board.TeamId)
            ? CardErrors.NotOnTheTeam
            : seen.Check(locked.Card.Version)
                ?? CardRules.Closed(locked.Card)
                ?? (to is null ? CardErrors.UnknownColumn : SplitRules.Refusal(locked.Board.Workflow, locked.Card, to));

    private async Task<Result<List<Part>>> PartsAsync(
        LockedCard locked,
        IReadOnlyList<string> titles,
        Column to,
        Act act,
        CancellationToken ct
    )
    {
        var (board, whole, _) = locked;
        var inherited = await db.Transitions.CountAsync(
            row => row.CardId == whole.Id && MarkSql.InheritedKinds.Contains(row.Kind),
            ct
        );
        var number = await db.Cards.CountAsync(card => card.WholeId == whole.Id, ct);
        var parts = new List<Part>();
        foreach (var title in titles)
        {
            var blank = SplitRules.Blank(whole, Guid.CreateVersion7(act.At), KeyOf(whole, ++number), title);
            var state = board.StateFor(hasApprovedChange: false);
            // Its place among the sequences comes after the history that it inherits.
            board = board with
            {
                Version = board.Version + inherited,
            };
            var decision = SplitRules.Part(state, whole, blank, to, inherited).At(board.Version + 1.0);
            if (decision.Change is not { } change)
            {
                return await refusals.TellAsync(locked.Board, whole, decision, act, ct);
            }

            parts.Add(new(board, change));
            board = board.After(change);
        }

        return parts;
    }

    private async Task<Result<SplitCardResponse>> WriteAsync(
        LockedCard locked,
        List<Part> parts,
        Act act,
        CancellationToken ct
    )
    {
        var board = locked.Board;
        foreach (var (before, change) in parts)
        {
            await using var batch = BoardSql.Batch(
                MarkSql.InheritHistory(locked.Card.Id, change.After.Id, board.Version)
            );
            await db.ExecuteAsync(batch, ct);
            metrics.Happened(change);
            board = await writer.WriteAsync(before, change, act, ct);
        }

        // A whole that may be split is open, so that this is never refused.
        var whole = SplitRules.Whole(locked.Card, [.. parts.Select(part => part.Change.After.Key)]).Change!;
        board = await writer.WriteAsync(board, whole, act, ct);
        return new SplitCardResponse(
            CardResponse.From(whole.After, board),
            [.. parts.Select(part => CardResponse.From(part.Change.After, board))]
        );
    }

    private static string KeyOf(CardState whole, int number)
    {
        var end = $".{number}";
        var room = CardConfiguration.KeyLength - end.Length;
        return whole.Key[..Math.Min(whole.Key.Length, room)] + end;
    }
}
