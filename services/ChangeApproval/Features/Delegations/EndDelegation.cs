using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Delegations;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.ChangeApproval.Features.Delegations;

internal static class EndDelegation
{
    private static readonly Error NoSuchDelegation = new(
        "changes.no-such-delegation",
        "There is no such delegation.",
        ErrorKind.NotFound
    );

    internal static void MapEndDelegation(this RouteGroupBuilder changes) =>
        changes
            .MapPost("/delegations/{id:guid}:end", Handle)
            .WithName(nameof(EndDelegation))
            .WithSummary("Ends a delegation before its time; from then on the deputy is refused.");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id,
        ChangesDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var delegation = await db.Delegations.FindAsync([id], ct);
        if (delegation is null)
        {
            return NoSuchDelegation.ToProblem();
        }

        if (delegation.PrincipalId != user.Id && !user.IsAdmin)
        {
            return DelegationErrors.NotYours.ToProblem();
        }

        var now = clock.GetUtcNow();
        var ended = delegation.End(now);
        if (ended.IsRefused)
        {
            return ended.Error.ToProblem();
        }

        db.Audit(new AuditFact("delegation.ended", "delegation", id, user.Id, now));
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
