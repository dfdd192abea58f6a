using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Data.Accounts;
using FlowPlatform.Identity.Domain.People;
using FlowPlatform.Identity.Features.Tokens;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Idempotency;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Passwords;

/// <summary>A token that lets its holder set the person's password once. It is shown this once.</summary>
public sealed record PasswordResetResponse(string Token, DateTimeOffset ExpiresAt);

internal static class IssuePasswordReset
{
    internal static void MapIssuePasswordReset(this RouteGroupBuilder people) =>
        people
            .MapPost("/{personId:guid}/password-resets", Handle)
            .WithName(nameof(IssuePasswordReset))
            .WithSummary("Makes a token to set the person's first or next password with; hand it over yourself.")
            .RequireRoles(Roles.Admin)
            .RefusePersonalAccessTokens();

    // The answer holds a secret, which must not be kept to be given again.
    [OwnIdempotency]
    internal static async Task<Results<Ok<PasswordResetResponse>, ProblemHttpResult>> Handle(
        Guid personId,
        IdentityDbContext db,
        CurrentUser user,
        TimeProvider clock,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (!await db.People.AnyAsync(person => person.Id == personId && person.IsActive, ct))
        {
            return PersonErrors.NotFound.ToProblem();
        }

        var now = clock.GetUtcNow();
        var secret = Secret.Create(Secret.PasswordReset);
        var reset = new PasswordReset(secret.Hash, personId, now);
        db.PasswordResets.Add(reset);
        db.Audit(new AuditFact("account.password-reset-issued", "person", personId, user.Id, now));
        await db.SaveChangesAsync(ct);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new PasswordResetResponse(secret.Text, reset.ExpiresAt));
    }
}
