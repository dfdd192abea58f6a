using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;

namespace FlowPlatform.ServiceDefaults.Security;

/// <summary>
/// A token is not a bad one because the authority's keys could not be read yet, as when a service and Identity come back together:
/// the caller is asked to try again, not to sign in again.
/// </summary>
internal static class AbsentAuthority
{
    /// <summary>Before a token is looked at, so that the verdict is not one on the keys.</summary>
    public static async Task CheckAsync(MessageReceivedContext context)
    {
        if (context.Request.Headers.Authorization.Count > 0 && !await HasKeysAsync(context))
        {
            context.Fail(new AbsentAuthorityException());
        }
    }

    public static async Task AnswerAsync(JwtBearerChallengeContext context)
    {
        if (context.AuthenticateFailure is not AbsentAuthorityException)
        {
            return;
        }

        context.HandleResponse();
        await TypedResults
            .Problem(
                "Tokens cannot be checked at present. Nothing was changed. Try again in a moment.",
                statusCode: StatusCodes.Status503ServiceUnavailable,
                title: "The authority does not answer.",
                type: "urn:flowplatform:problem:authority-unavailable",
                extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    [Problems.CodeMember] = "authority-unavailable",
                }
            )
            .ExecuteAsync(context.HttpContext);
    }

    // Once they were read this is a look into memory.
    private static async Task<bool> HasKeysAsync(MessageReceivedContext context)
    {
        try
        {
            var keys = context.Options.ConfigurationManager;
            return keys is null || await keys.GetConfigurationAsync(context.HttpContext.RequestAborted) is not null;
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or IOException)
        {
            return false;
        }
    }

    private sealed class AbsentAuthorityException() : Exception("The authority's keys could not be read.");
}
