namespace FlowPlatform.Gateway.Sessions;

/// <summary>
/// A page of another site can make a browser send a request with the cookie, but not with a header of its own.
/// SameSite=Strict says the same; this holds also against other hosts of the same site and older browsers.
/// </summary>
internal static class CrossSiteGuard
{
    private const string RequestedWith = "X-Requested-With";
    private const string Page = "FlowPlatform";
    private const string Csrf = "X-CSRF";

    public static bool Allows(HttpRequest request)
    {
        return IsSafe(request.Method)
            || string.Equals(request.Headers[RequestedWith], Page, StringComparison.OrdinalIgnoreCase)
            || request.Headers[Csrf].ToString().Length > 0;
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method)
        || HttpMethods.IsHead(method)
        || HttpMethods.IsOptions(method)
        || HttpMethods.IsTrace(method);
}
