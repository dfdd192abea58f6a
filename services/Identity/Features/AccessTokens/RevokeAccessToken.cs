using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.AccessTokens;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.AccessTokens;

internal static class RevokeAccessToken
{
    internal static void MapRevokeAccessToken(this RouteGroupBuilder tokens) =>
        tokens
            .MapDelete("/{tokenId:guid}", Handle)
            .WithName(nameof(RevokeAccessToken))
            .WithSummary("Revokes one's own personal access token. What was issued with it ends within ten minutes.");

    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid tokenId,
        IdentityDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var token = await db.AccessTokens.SingleOrDefaultAsync(
            known => known.Id == tokenId && known.PersonId == user.Id,
            ct
        );
        if (token is null)
        {
            return PersonalAccessTokenErrors.NotFound.ToProblem();
        }

        if (token.RevokedAt is null)
        {
            var now = clock.GetUtcNow();
            token.Revoke(now);
            db.Audit(new AuditFact("access-token.revoked", "access-token", token.Id, user.Id, now));
            await db.SaveChangesAsync(ct);
        }

        return TypedResults.NoContent();
    }
}
