using System.Globalization;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.Tokens;

internal static class SignInProblems
{
    private static readonly Error TooManyAttempts = new(
        "identity.too-many-attempts",
        "Too many attempts to sign in. Wait before the next one."
    );

    /// <summary>Credentials that are not good are 401; input that is malformed stays 400.</summary>
    public static ProblemHttpResult ToSignInProblem(this Error error)
    {
        if (error.Kind == ErrorKind.Invalid)
        {
            return error.ToProblem();
        }

        var problem = error.ToProblemDetails();
        (problem.Status, problem.Title) = (StatusCodes.Status401Unauthorized, "Not signed in.");
        return TypedResults.Problem(problem);
    }

    /// <returns>429 with Retry-After, or null when the attempt may go on.</returns>
    public static ProblemHttpResult? Refuse(this SignInLimits limits, HttpContext http, string account)
    {
        if (limits.Refusal(http.Connection.RemoteIpAddress, account.Trim().ToUpperInvariant()) is not { } wait)
        {
            return null;
        }

        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var problem = TooManyAttempts.ToProblemDetails();
        (problem.Status, problem.Title) = (StatusCodes.Status429TooManyRequests, "Too many attempts.");
        return TypedResults.Problem(problem);
    }
}
