using FlowPlatform.Board.Domain.Flow;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static FlowPlatform.Board.Data.BoardSql;

namespace FlowPlatform.Board.Data.Flow;

/// <summary>
/// Takes the history of a board into flow_item and flow_block, from where it was left off. The history is gapless, so
/// nothing is missed and nothing is counted twice; a card that changed is worked out anew from its own history. Costs
/// the histories of the cards that changed since, and the rows of the months in which they ended.
/// </summary>
internal sealed class FlowProjection(BoardDbContext db, WorkflowCache workflows, TimeProvider clock)
{
    /// <summary>Transitions taken in one transaction, so that a long import does not hold one for minutes.</summary>
    internal const int MostTransitions = 20_000;

    /// <summary>Until all that has happened on the board is taken; false where the patience ended before. What was taken stays.</summary>
    internal async Task<bool> CatchUpAsync(Guid boardId, TimeSpan patience, CancellationToken ct)
    {
        var begun = clock.GetTimestamp();
        // Asked without the lock first, so that readers do not wait for one another where nothing is new.
        while (await IsBehindAsync(boardId, ct))
        {
            if (clock.GetElapsedTime(begun) > patience)
            {
                return false;
            }

            await db.InTransactionAsync(cancellation => TakeAsync(boardId, cancellation), ct);
        }

        return true;
    }

    private Task<bool> IsBehindAsync(Guid boardId, CancellationToken ct) =>
        db.Boards.AnyAsync(
            board =>
                board.Id == boardId
                && !db.FlowProgress.Any(taken => taken.BoardId == boardId && taken.Sequence >= board.Version),
            ct
        );

    /// <summary>Takes the next transitions; false where another has taken them in the meantime.</summary>
    private async Task<bool> TakeAsync(Guid boardId, CancellationToken ct)
    {
        await db.ExecuteAsync(Batch(Command(FlowSql.Lock, Uuid(boardId))), ct);
        var head = await db
            .Boards.AsNoTracking()
            .Where(board => board.Id == boardId)
            .Select(board => new { board.Version, board.WorkflowVersion })
            .SingleAsync(ct);
        var taken = await db
            .FlowProgress.Where(progress => progress.BoardId == boardId)
            .Select(progress => progress.Sequence)
            .SingleOrDefaultAsync(ct);
        if (taken >= head.Version)
        {
            return false;
        }

        var upTo = Math.Min(head.Version, taken + MostTransitions);
        var cards = await FoundAsync(
            Command(FlowSql.Touched, Uuid(boardId), Number(taken), Number(upTo)),
            row => row.GetGuid(0),
            ct
        );
        var versions = await workflows.AllAsync(db, boardId, head.WorkflowVersion, ct);
        var items = cards.Count == 0 ? [] : await ItemsAsync(cards, versions, ct);
        await WriteAsync(boardId, cards, items, upTo, ct);
        return true;
    }

    private async Task<List<(FlowItem Item, Guid? Furthest)>> ItemsAsync(
        List<Guid> cards,
        WorkflowVersions versions,
        CancellationToken ct
    )
    {
        var rows = await db.Cards.AsNoTracking().Where(card => cards.Contains(card.Id)).ToListAsync(ct);
        var facts = await db
            .Transitions.AsNoTracking()
            .Where(row => row.CardId != null && cards.Contains(row.CardId.Value))
            .OrderBy(row => row.CardId)
            .ThenBy(row => row.CardVersion)
            .Select(row => new
            {
                row.CardId,
                row.CardVersion,
                Fact = FlowFacts.Of(row),
            })
            .ToListAsync(ct);
        var histories = facts.ToLookup(fact => fact.CardId);
        return
        [
            .. rows.Select(card =>
                {
                    // What came after the card was read is taken with the next round.
                    var known = histories[card.Id].Where(fact => fact.CardVersion <= card.Version);
                    return ItemHistory.Of(FlowFacts.Item(card), [.. known.Select(fact => fact.Fact)], versions);
                })
                .Select(item => (item, item.FurthestIn(versions.Current))),
        ];
    }

    private async Task WriteAsync(
        Guid boardId,
        List<Guid> cards,
        List<(FlowItem Item, Guid? Furthest)> items,
        long upTo,
        CancellationToken ct
    )
    {
        var months = items.Select(item => item.Item.EndedAt).OfType<DateTimeOffset>().Select(FlowItemCopy.MonthOf);
        var gone =
            cards.Count == 0
                ? []
                : await FoundAsync(Command(FlowSql.Forget, Uuids(cards)), row => CardReader.Maybe<int>(row, 0), ct);
        int[] changed = [.. months.Concat(gone.OfType<int>()).Distinct()];
        if (items.Count > 0)
        {
            await FlowItemCopy.WriteAsync((NpgsqlConnection)db.Database.GetDbConnection(), boardId, items, ct);
        }

        await db.ExecuteAsync(
            Batch(
                Command(FlowSql.ForgetMonths, Uuid(boardId), Numbers(changed)),
                Command(FlowSql.CountMonths, Uuid(boardId), Numbers(changed), Number(upTo)),
                Command(FlowSql.Advance, Uuid(boardId), Number(upTo))
            ),
            ct
        );
    }

    private async Task<List<T>> FoundAsync<T>(
        NpgsqlBatchCommand command,
        Func<NpgsqlDataReader, T> read,
        CancellationToken ct
    )
    {
        var found = new List<T>();
        await using var reader = await db.ReadAsync(Batch(command), ct);
        await reader.FillAsync(found, read, ct);
        return found;
    }
}
