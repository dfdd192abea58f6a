using FlowPlatform.Board.Domain.Flow;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Data.Flow;

/// <summary>Opens the waste account of some items to its pieces, of open ones as of an instant. Costs the histories of these items.</summary>
internal sealed class FlowPieces(BoardDbContext db)
{
    internal async Task<IReadOnlyDictionary<Guid, IReadOnlyList<TimePiece>>> OfAsync(
        IReadOnlyCollection<FlowItem> items,
        WorkflowVersions workflows,
        DateTimeOffset asOf,
        CancellationToken ct
    )
    {
        var ids = items.Select(item => item.Id).ToList();
        var rows = await db
            .Transitions.AsNoTracking()
            .Where(row => row.CardId != null && ids.Contains(row.CardId.Value))
            .OrderBy(row => row.CardId)
            .ThenBy(row => row.CardVersion)
            .Select(row => new { row.CardId, Fact = FlowFacts.Of(row) })
            .ToListAsync(ct);
        var facts = rows.ToLookup(row => row.CardId, row => row.Fact);
        return items.ToDictionary(
            item => item.Id,
            item => WasteAccount.Of(workflows, item.CommittedAt, item.EndedAt ?? asOf, facts[item.Id])
        );
    }
}
