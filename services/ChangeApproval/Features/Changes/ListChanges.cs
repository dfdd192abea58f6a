using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.Changes;

/// <summary>Which changes to list; all when nothing is given.</summary>
internal readonly record struct ChangesQuery(
    [property: FromQuery] Guid? TeamId,
    [property: FromQuery] Guid? WorkItemId,
    [property: FromQuery] Stage? Stage,
    [property: FromQuery] string? Category,
    [property: FromQuery] Guid? RaisedBy
)
{
    internal IQueryable<ChangeRequest> Over(IQueryable<ChangeRequest> changes)
    {
        changes = TeamId is { } team ? changes.Where(change => change.TeamId == team) : changes;
        changes = WorkItemId is { } item ? changes.Where(change => change.WorkItemId == item) : changes;
        changes = Stage is { } stage ? changes.Where(change => change.Stage == stage) : changes;
        changes = Category is { } category ? changes.Where(change => change.Category == category) : changes;
        return RaisedBy is { } person ? changes.Where(change => change.RaisedBy == person) : changes;
    }
}

internal static class ListChanges
{
    internal static void MapListChanges(this RouteGroupBuilder changes) =>
        changes.MapGet("/", Handle).WithName(nameof(ListChanges)).WithSummary("Lists changes, newest first.");

    private static async Task<Results<Ok<Page<ChangeSummary>>, ProblemHttpResult>> Handle(
        [AsParameters] ChangesQuery query,
        [AsParameters] PageQuery page,
        ChangesDbContext db,
        CancellationToken ct
    )
    {
        var before = long.MaxValue;
        if (!Cursor.TryDecode(page.Cursor, ref before))
        {
            return Problems.Field("cursor", "is not one of this list").ToProblem();
        }

        var rows = await query
            .Over(db.Changes.AsNoTracking())
            .Where(change => change.Number < before)
            .OrderByDescending(change => change.Number)
            .Take(page.Size + 1)
            .Select(ChangeReader.ToSummary)
            .ToListAsync(ct);
        return TypedResults.Ok(Page.From(rows, page.Size, row => Cursor.Encode(row.Key["CHG-".Length..])));
    }
}
