using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.Changes;

/// <summary>
/// A change that waits for a judgement which the person may give now. Act: Approve, or Review after an emergency. OnBehalfOf: whose
/// deputy they would be, absent where it is their own to give.
/// </summary>
public sealed record WaitingChange(ChangeSummary Change, ActKind Act, Guid? OnBehalfOf);

internal static class ListWaiting
{
    /// <summary>Changes looked at in one go: a page may need several, as the rules tell only change by change whose turn it is.</summary>
    private const int AtOnce = 50;

    internal static void MapListWaiting(this RouteGroupBuilder changes) =>
        changes
            .MapGet("/people/me/waiting", Handle)
            .WithName("ListChangesWaitingForMe")
            .WithSummary("Lists the changes that wait for a judgement which the caller may give now, oldest first.");

    private static async Task<Results<Ok<Page<WaitingChange>>, ProblemHttpResult>> Handle(
        [AsParameters] PageQuery page,
        ChangesDbContext db,
        WaitingChanges waiting,
        CancellationToken ct
    )
    {
        var after = 0L;
        if (!Cursor.TryDecode(page.Cursor, ref after))
        {
            return Problems.Field("cursor", "is not one of this list").ToProblem();
        }

        var found = new List<(long Number, WaitingChange Waiting)>();
        for (var isMore = true; isMore && found.Count <= page.Size; )
        {
            var looked = await db.WholeChanges()
                .AsNoTracking()
                .Where(change => change.Number > after)
                .Where(change => change.Stage == Stage.Waiting || change.Stage == Stage.Implemented)
                .OrderBy(change => change.Number)
                .Take(AtOnce)
                .ToListAsync(ct);
            foreach (var change in looked)
            {
                if (await waiting.OfAsync(change, ct) is { } one)
                {
                    found.Add((change.Number, one));
                }
            }

            (isMore, after) = (looked.Count == AtOnce, looked is [.., var last] ? last.Number : after);
        }

        var rows = Page.From(found, page.Size, row => Cursor.Encode(row.Number));
        return TypedResults.Ok(new Page<WaitingChange>([.. rows.Items.Select(row => row.Waiting)], rows.Next));
    }
}

/// <summary>Tells by the very rules that judge the act itself whether a change waits for the person of the request.</summary>
internal sealed class WaitingChanges(Rulebooks rulebooks, Standings standings, CurrentUser user, TimeProvider clock)
{
    internal async Task<WaitingChange?> OfAsync(ChangeRequest change, CancellationToken ct)
    {
        var rules = await rulebooks.OfAsync(change, ct);
        if (ProcessEngine.Awaited(rules.Process, change.Run) is not { } act)
        {
            return null;
        }

        var asked = rules.Process.PartiesFor(change.State, act);
        var authority = await standings.ForAsync(change, asked, null, clock.GetUtcNow(), ct);
        var intended = new Act(act, user.Id, authority.Standing) { OnBehalfOf = authority.OnBehalfOf };
        return change.Allows(rules, intended)
            ? new WaitingChange(ChangeReader.Summary(change), act, authority.OnBehalfOf)
            : null;
    }
}
