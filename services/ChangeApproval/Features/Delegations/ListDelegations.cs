using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.Delegations;

internal static class ListDelegations
{
    internal static void MapListDelegations(this RouteGroupBuilder changes) =>
        changes
            .MapGet("/delegations", Handle)
            .WithName(nameof(ListDelegations))
            .WithSummary("Lists delegations, newest first: one's own, and all for those who oversee them.");

    private static async Task<Results<Ok<Page<DelegationResponse>>, ProblemHttpResult>> Handle(
        [AsParameters] PageQuery page,
        ChangesDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (!Cursor.TryDecode(page.Cursor, 1, out var key))
        {
            return Problems.Field("cursor", "is not one of this list").ToProblem();
        }

        var sees = user.IsAdmin || user.HasRole(Roles.Auditor) || user.HasRole(Roles.ComplianceOfficer);
        // Ids are made in the order of time.
        var before = Guid.TryParse(key?[0], out var id) ? id : Guid.AllBitsSet;
        var rows = await db
            .Delegations.AsNoTracking()
            .Where(d => sees || d.PrincipalId == user.Id || d.DeputyId == user.Id)
            .Where(d => d.Id < before)
            .OrderByDescending(d => d.Id)
            .Take(page.Size + 1)
            .ToListAsync(ct);
        var now = clock.GetUtcNow();
        var responses = rows.ConvertAll(row => DelegationResponse.Of(row, now));
        return TypedResults.Ok(Page.From(responses, page.Size, row => Cursor.Encode(row.Id.ToString())));
    }
}
