using System.ComponentModel.DataAnnotations;
using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Delegations;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.ChangeApproval.Features.Delegations;

/// <summary>Hands one's authority to a deputy for a time.</summary>
/// <param name="DeputyId">Who may act.</param>
/// <param name="PrincipalId">Whose authority it is: one's own when absent; another's only for an administrator.</param>
/// <param name="Scope">Which changes; all that the principal may judge when absent.</param>
/// <param name="From">From then on.</param>
/// <param name="To">Until then, exclusively.</param>
/// <param name="Reason">Why: absence, vacancy.</param>
/// <param name="Order">Where there are several deputies, the lowest goes first.</param>
public sealed record DelegateRequest(
    [property: Required] Guid? DeputyId,
    Guid? PrincipalId,
    AuthorityScope? Scope,
    [property: Required] DateTimeOffset? From,
    [property: Required] DateTimeOffset? To,
    [property: Required, MaxLength(Delegation.ReasonLength)] string? Reason,
    [property: Range(0, 100)] int Order = 0
);

/// <summary>A delegation. IsActive: a deputy may use it now.</summary>
public sealed record DelegationResponse(
    Guid Id,
    Guid PrincipalId,
    Guid DeputyId,
    AuthorityScope Scope,
    DateTimeOffset From,
    DateTimeOffset To,
    string Reason,
    int Order,
    Guid GivenBy,
    bool IsActive,
    DateTimeOffset? EndedAt,
    long Version
)
{
    internal static DelegationResponse Of(Delegation d, DateTimeOffset now) =>
        new(
            d.Id,
            d.PrincipalId,
            d.DeputyId,
            d.Scope,
            d.From,
            d.To,
            d.Reason,
            d.Order,
            d.GivenBy,
            d.IsActive(now),
            d.EndedAt,
            d.Version
        );
}

internal static class Delegate
{
    internal static void MapDelegate(this RouteGroupBuilder changes) =>
        changes
            .MapPost("/delegations", Handle)
            .WithName(nameof(Delegate))
            .WithSummary("Hands authority to a deputy for a time. What was delegated cannot be handed on.");

    private static async Task<Results<Created<DelegationResponse>, ProblemHttpResult>> Handle(
        DelegateRequest request,
        ChangesDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var principal = request.PrincipalId ?? user.Id;
        if (principal != user.Id && !user.IsAdmin)
        {
            return DelegationErrors.NotYours.ToProblem();
        }

        var now = clock.GetUtcNow();
        var given = Delegation.Give(
            (principal, request.DeputyId!.Value),
            request.Scope ?? new AuthorityScope(),
            (request.From!.Value.ToUniversalTime(), request.To!.Value.ToUniversalTime()),
            (request.Reason!, request.Order),
            user.Id,
            now
        );
        if (given.IsRefused)
        {
            return given.Error.ToProblem();
        }

        Record(db, given.Value);
        await db.SaveChangesAsync(ct);
        var response = DelegationResponse.Of(given.Value, now);
        return TypedResults.Created($"/changes/delegations/{response.Id}", response);
    }

    private static void Record(ChangesDbContext db, Delegation given)
    {
        db.Delegations.Add(given);
        db.Audit(
            new AuditFact("delegation.given", "delegation", given.Id, given.GivenBy, given.GivenAt)
            {
                Reason = given.Reason,
                After = new
                {
                    principal = given.PrincipalId,
                    deputy = given.DeputyId,
                    given.From,
                    given.To,
                },
            }
        );
    }
}
