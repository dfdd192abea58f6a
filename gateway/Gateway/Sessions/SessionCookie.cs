using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace FlowPlatform.Gateway.Sessions;

/// <summary>
/// The cookie holds a random name for the session and nothing else. Over https it has the __Host- prefix, so that
/// no other host, port or path can set it.
/// </summary>
internal static class SessionCookie
{
    public const string PlainName = "flowplatform-session";
    public const string SecureName = "__Host-" + PlainName;
    private const int IdBytes = 32;

    public static string NewId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdBytes));

    /// <summary>What the store knows the session by. A look into the store does not give away a cookie.</summary>
    public static string KeyOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    public static string? Read(HttpRequest request)
    {
        if (request.Headers.Cookie.Count == 0)
        {
            return null;
        }

        return request.Cookies.TryGetValue(NameFor(request), out var id) && id.Length > 0 ? id : null;
    }

    public static void Set(HttpContext context, string id, TimeSpan lifetime)
    {
        var options = Options(context.Request);
        options.MaxAge = lifetime;
        context.Response.Cookies.Append(NameFor(context.Request), id, options);
    }

    public static void Clear(HttpContext context) =>
        context.Response.Cookies.Delete(NameFor(context.Request), Options(context.Request));

    private static string NameFor(HttpRequest request) => request.IsHttps ? SecureName : PlainName;

    private static CookieOptions Options(HttpRequest request) =>
        new()
        {
            HttpOnly = true,
            Secure = request.IsHttps,
            SameSite = SameSiteMode.Strict,
            Path = "/",
            IsEssential = true,
        };
}
