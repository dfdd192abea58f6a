using System.ComponentModel.DataAnnotations;
using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.AccessTokens;
using FlowPlatform.Identity.Features.Passwords;
using FlowPlatform.Identity.Features.Tokens;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Idempotency;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.AccessTokens;

/// <summary>Makes a personal access token.</summary>
/// <param name="Scopes">"all", or "board:read", "board:write" and so on, one for each area.</param>
/// <param name="ExpiresAt">At most a year from now.</param>
public sealed record CreateAccessTokenRequest(
    [Required, StringLength(PersonalAccessToken.NameMaxLength)] string Name,
    [Required, MinLength(1)] IReadOnlyList<string> Scopes,
    [Required] DateTimeOffset? ExpiresAt
);

/// <summary>A new token. Its secret is shown this once.</summary>
public sealed record CreatedAccessTokenResponse(string Secret, AccessTokenResponse Token);

internal static class CreateAccessToken
{
    internal static void MapCreateAccessToken(this RouteGroupBuilder tokens) =>
        tokens
            .MapPost("/", Handle)
            .WithName(nameof(CreateAccessToken))
            .WithSummary("Makes a personal access token; its secret is shown once.")
            .RefusePersonalAccessTokens()
            .ProducesProblem(StatusCodes.Status409Conflict);

    // The answer holds a secret, which must not be kept to be given again.
    [OwnIdempotency]
    internal static async Task<Results<Created<CreatedAccessTokenResponse>, ProblemHttpResult>> Handle(
        CreateAccessTokenRequest request,
        IdentityDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var secret = Secret.Create(Secret.PersonalAccessToken);
        var created = PersonalAccessToken.Create(
            user.Id,
            request.Name,
            request.Scopes,
            request.ExpiresAt!.Value,
            secret.Hash,
            now
        );
        if (created.IsRefused)
        {
            return created.Error.ToProblem();
        }

        if (await db.HasTooManyAsync(user.Id, now, ct))
        {
            return PersonalAccessTokenErrors.TooMany.ToProblem();
        }

        await db.AddAsync(created.Value, now, ct);
        return TypedResults.Created(
            $"/identity/me/access-tokens/{created.Value.Id}",
            new CreatedAccessTokenResponse(secret.Text, AccessTokenResponse.From(created.Value))
        );
    }

    private static async Task<bool> HasTooManyAsync(
        this IdentityDbContext db,
        Guid personId,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        await db.AccessTokens.CountAsync(
            known => known.PersonId == personId && known.RevokedAt == null && known.ExpiresAt > now,
            ct
        ) >= PersonalAccessToken.MaxPerPerson;

    private static async Task AddAsync(
        this IdentityDbContext db,
        PersonalAccessToken token,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        db.AccessTokens.Add(token);
        db.Audit(
            new AuditFact("access-token.created", "access-token", token.Id, token.PersonId, now)
            {
                After = new { token.Scopes, token.ExpiresAt },
            }
        );
        await db.SaveChangesAsync(ct);
    }
}
