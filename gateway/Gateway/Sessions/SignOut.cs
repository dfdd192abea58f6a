using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Gateway.Sessions;

internal static class SignOut
{
    /// <summary>
    /// Ends the session: its cookie, its place in the store and its tokens at Identity. Repeating it does no harm.
    /// </summary>
    public static async Task<Results<NoContent, Refusal>> Handle(HttpContext context, SessionTokens sessions)
    {
        context.Response.Headers.CacheControl = "no-store";
        var session = SessionCookie.Read(context.Request);
        if (session is null)
        {
            return TypedResults.NoContent();
        }

        if (!CrossSiteGuard.Allows(context.Request))
        {
            return Refusals.CrossSite;
        }

        await sessions.EndAsync(session, context.RequestAborted);
        SessionCookie.Clear(context);
        return TypedResults.NoContent();
    }
}
