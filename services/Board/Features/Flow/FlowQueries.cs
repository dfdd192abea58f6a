using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Flow;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>
/// What the measures read. Cards come by the indexes on their end, so that the cost depends on what was open or ended
/// within the window and not on the length of the history before it.
/// </summary>
internal sealed class FlowQueries(BoardDbContext db)
{
    /// <summary>
    /// Items that were on the board at some time of the window: not ended before it, committed before its end.
    /// </summary>
    internal async Task<List<FlowItem>> ItemsAsync(Guid boardId, Scope scope, CancellationToken ct)
    {
        var (from, to) = (scope.Window.From, scope.Window.To);
        var finished = await Cards(boardId, scope)
            .Where(card => card.FinishedAt >= from && card.CommittedAt < to)
            .Select(card => Item(card))
            .ToListAsync(ct);
        var others = await Cards(boardId, scope)
            .Where(card => card.FinishedAt == null && (card.AbandonedAt == null || card.AbandonedAt >= from))
            .Where(card => card.CommittedAt < to)
            .Select(card => Item(card))
            .ToListAsync(ct);
        return [.. finished, .. others];
    }

    internal Task<List<FlowItem>> FinishedAsync(Guid boardId, Scope scope, CancellationToken ct) =>
        Cards(boardId, scope)
            .Where(card => card.FinishedAt >= scope.Window.From && card.FinishedAt < scope.Window.To)
            .OrderBy(card => card.FinishedAt)
            .Select(card => Item(card))
            .ToListAsync(ct);

    internal Task<List<CardRow>> OpenAsync(Guid boardId, Scope scope, CancellationToken ct) =>
        Cards(boardId, scope)
            .Where(card => card.FinishedAt == null && card.AbandonedAt == null && card.StartedAt != null)
            .OrderBy(card => card.StartedAt)
            .ToListAsync(ct);

    /// <summary>The histories of these cards, each in its order.</summary>
    internal async Task<ILookup<Guid, AccountFact>> FactsAsync(IReadOnlyCollection<Guid> cards, CancellationToken ct)
    {
        var rows = await db
            .Transitions.AsNoTracking()
            .Where(row => row.CardId != null && cards.Contains(row.CardId.Value))
            .OrderBy(row => row.CardId)
            .ThenBy(row => row.CardVersion)
            .Select(row => new
            {
                Card = row.CardId!.Value,
                Fact = new AccountFact(row.Kind, row.At, row.ToColumn, row.BlockerId, row.Reason, row.Owners),
            })
            .ToListAsync(ct);
        return rows.ToLookup(row => row.Card, row => row.Fact);
    }

    /// <summary>
    /// Entries into columns up to the end of the window. It reads the board's moves: its cost grows with them.
    /// </summary>
    internal Task<List<EntryRow>> EntriesAsync(Guid boardId, DateTimeOffset to, CancellationToken ct) =>
        db
            .Transitions.Where(row =>
                row.BoardId == boardId && row.At < to && row.ToColumn != null && row.CardId != null
            )
            .Where(row =>
                row.Kind == TransitionKind.Placed
                || row.Kind == TransitionKind.Moved
                || row.Kind == TransitionKind.Reopened
            )
            .Select(row => new EntryRow(row.CardId!.Value, row.FromColumn, row.ToColumn!.Value, row.At))
            .ToListAsync(ct);

    private IQueryable<CardRow> Cards(Guid boardId, Scope scope) =>
        db
            .Cards.AsNoTracking()
            .Where(card => card.BoardId == boardId)
            .Where(card => scope.Category == null || card.Category == scope.Category)
            .Where(card => scope.ClassOfService == null || card.ClassOfService == scope.ClassOfService);

    internal static FlowItem Item(CardRow card) =>
        new(
            card.Id,
            card.Key,
            card.Category,
            card.ClassOfService,
            card.AcceptedAt,
            card.CommittedAt,
            card.StartedAt,
            card.FinishedAt,
            card.AbandonedAt
        );
}

internal sealed record EntryRow(Guid CardId, Guid? FromColumn, Guid ToColumn, DateTimeOffset At);
