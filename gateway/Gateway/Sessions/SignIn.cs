using System.ComponentModel.DataAnnotations;
using System.Globalization;
using FlowPlatform.Gateway.Callers;
using FlowPlatform.Gateway.Identity;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace FlowPlatform.Gateway.Sessions;

/// <summary>Signs a person in for this browser.</summary>
public sealed record SignInRequest(
    [Required, StringLength(320)] string Email,
    [Required, StringLength(1024)] string Password
);

internal static class SignIn
{
    /// <summary>Signs in with e-mail and password. The session is in a cookie that scripts cannot read.</summary>
    public static async Task<Results<Ok<SessionResponse>, ContentHttpResult, Refusal>> Handle(
        SignInRequest request,
        HttpContext context,
        IdentityTokens identity,
        AccessTokens accessTokens,
        SessionTokens sessions,
        IOptions<GatewayOptions> options
    )
    {
        context.Response.Headers.CacheControl = "no-store";
        if (SessionCookie.Read(context.Request) is not null && !CrossSiteGuard.Allows(context.Request))
        {
            return Refusals.CrossSite;
        }

        var answer = await identity.SignInAsync(
            request.Email,
            request.Password,
            context.Connection.RemoteIpAddress,
            context.RequestAborted
        );
        if (answer.Tokens is null)
        {
            return Refused(context, answer);
        }

        var found = await accessTokens.CheckAsync(answer.Tokens.AccessToken);
        if (found.Caller is not { } caller)
        {
            return found.Refusal ?? Refusals.SignInUnavailable;
        }

        var id = await sessions.BeginAsync(answer.Tokens, SessionCookie.Read(context.Request));
        SessionCookie.Set(context, id, options.Value.SessionLifetime);
        return TypedResults.Ok(SessionResponse.Of(caller.Principal));
    }

    /// <summary>
    /// Identity's own words where it decided; it knows whether the password was wrong or the account is locked.
    /// </summary>
    private static Results<Ok<SessionResponse>, ContentHttpResult, Refusal> Refused(
        HttpContext context,
        IdentityAnswer answer
    )
    {
        if (answer.Status is not { } status || (int)status >= StatusCodes.Status500InternalServerError)
        {
            return Refusals.SignInUnavailable;
        }

        if (answer.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        }

        return TypedResults.Text(answer.Problem, "application/problem+json", statusCode: (int)status);
    }
}
