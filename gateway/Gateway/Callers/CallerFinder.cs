using FlowPlatform.Gateway.Sessions;

namespace FlowPlatform.Gateway.Callers;

/// <summary>Finds who makes a request: by the bearer token if there is one, else by the session cookie.</summary>
internal sealed class CallerFinder(
    AccessTokens accessTokens,
    PersonalAccessTokens personalTokens,
    SessionTokens sessions
)
{
    private const string Scheme = "Bearer ";

    public ValueTask<CallerResult> FindAsync(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization;
        if (authorization.Count > 0)
        {
            return ByBearerAsync(context, authorization.Count == 1 ? authorization[0] : null);
        }

        var session = SessionCookie.Read(context.Request);
        if (session is null)
        {
            return default;
        }

        return CrossSiteGuard.Allows(context.Request)
            ? sessions.CallerOfAsync(session, context.RequestAborted)
            : new(Refusals.CrossSite);
    }

    private ValueTask<CallerResult> ByBearerAsync(HttpContext context, string? header)
    {
        if (header is null || !header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return new(Refusals.NotSignedIn);
        }

        var token = header.AsSpan(Scheme.Length).Trim();
        return token.StartsWith(PersonalAccessTokens.Prefix, StringComparison.Ordinal)
            ? personalTokens.CheckAsync(token.ToString(), context.Connection.RemoteIpAddress, context.RequestAborted)
            : accessTokens.CheckAsync(token);
    }
}
