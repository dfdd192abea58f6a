using System.ComponentModel.DataAnnotations;
using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Features.Tokens;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Idempotency;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Passwords;

/// <summary>Sets one's own password. All of the person's sessions end.</summary>
public sealed record ChangePasswordRequest(
    [Required, StringLength(PasswordRules.Longest)] string CurrentPassword,
    [Required, StringLength(PasswordRules.Longest, MinimumLength = PasswordRules.Shortest)] string NewPassword
);

internal static class ChangePassword
{
    internal static void MapChangePassword(this RouteGroupBuilder me) =>
        me.MapPut("/password", Handle)
            .WithName(nameof(ChangePassword))
            .WithSummary("Changes one's own password and ends every session.")
            .RefusePersonalAccessTokens()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

    // Nothing of the body may be kept, not even as the hash of a request.
    [OwnIdempotency]
    internal static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        ChangePasswordRequest request,
        PasswordChange change,
        SignInLimits limits,
        CurrentUser user,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (limits.Refuse(http, user.Id.ToString()) is { } tooMany)
        {
            return tooMany;
        }

        var changed = await change.ChangeAsync(user.Id, request, ct);
        return changed.IsRefused ? changed.Error.ToProblem() : TypedResults.NoContent();
    }
}

/// <summary>Checks the old password, with its lockout, before it sets the new one.</summary>
internal sealed class PasswordChange(IdentityDbContext db, PasswordCheck passwords, PasswordSetter setter)
{
    public Task<ServiceDefaults.Results.Result> ChangeAsync(
        Guid personId,
        ChangePasswordRequest request,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async token =>
            {
                var email = await db.Accounts.Where(a => a.Id == personId).Select(a => a.Email).SingleAsync(token);
                if (await passwords.SignInAsync(email!, request.CurrentPassword, token) is null)
                {
                    return PasswordErrors.CurrentWrong;
                }

                var account = await db.Accounts.SingleAsync(known => known.Id == personId, token);
                return await setter.SetAsync(account, request.NewPassword, "account.password-changed", token);
            },
            ct
        );
}
