using System.ComponentModel.DataAnnotations;
using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Features.Tokens;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Passwords;

/// <summary>Sets a password with the token an administrator handed over.</summary>
public sealed record RedeemPasswordResetRequest(
    [Required, StringLength(100)] string Token,
    [Required, StringLength(PasswordRules.Longest, MinimumLength = PasswordRules.Shortest)] string NewPassword
);

internal static class RedeemPasswordReset
{
    internal static void MapRedeemPasswordReset(this RouteGroupBuilder identity) =>
        identity
            .MapPost("/password-resets", Handle)
            .WithName(nameof(RedeemPasswordReset))
            .WithTags("Passwords")
            .WithSummary("Sets a password with a reset token.")
            .AllowAnonymous()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        RedeemPasswordResetRequest request,
        PasswordRedemption redemption,
        SignInLimits limits,
        HttpContext http,
        CancellationToken ct
    )
    {
        // Tokens cannot be guessed; this bounds the hashing.
        if (limits.Refuse(http, request.Token) is { } tooMany)
        {
            return tooMany;
        }

        var set = await redemption.RedeemAsync(request, ct);
        return set.IsRefused ? set.Error.ToProblem() : TypedResults.NoContent();
    }
}

internal sealed class PasswordRedemption(IdentityDbContext db, PasswordSetter setter, TimeProvider clock)
{
    public Task<Result> RedeemAsync(RedeemPasswordResetRequest request, CancellationToken ct)
    {
        var hash = Secret.HashOf(request.Token);
        var now = clock.GetUtcNow();
        return db.InTransactionAsync(
            async token =>
            {
                // Locked, so that a token that is sent twice at once sets one password.
                var reset = await db
                    .PasswordResets.FromSql($"SELECT * FROM password_resets WHERE hash = {hash} FOR UPDATE")
                    .AsNoTracking()
                    .SingleOrDefaultAsync(token);
                var isActive =
                    reset is not null
                    && reset.ExpiresAt > now
                    && await db.People.AnyAsync(person => person.Id == reset.PersonId && person.IsActive, token);
                if (reset is null || !isActive)
                {
                    return PasswordErrors.ResetInvalid;
                }

                var account = await db.Accounts.SingleAsync(known => known.Id == reset.PersonId, token);
                return await setter.SetAsync(account, request.NewPassword, "account.password-reset", token);
            },
            ct
        );
    }
}
