using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Gateway.Sessions;

internal static class ShowSession
{
    /// <summary>Says who is signed in. No token is in the answer.</summary>
    public static Ok<SessionResponse> Handle(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(SessionResponse.Of(context.User));
    }
}
