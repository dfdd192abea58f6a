using System.Net.Http.Json;

namespace FlowPlatform.Gateway.Tests.Support;

/// <summary>A browser's page: it keeps the cookie that it is given and sends the header of our page.</summary>
internal sealed class Browser(GatewayHost gateway) : IDisposable
{
    private readonly HttpClient _http = gateway.Client();

    public string? Cookie { get; set; }

    public string? SetCookie { get; private set; }

    public async Task<HttpResponseMessage> SignInAsync(string password = IdentityUpstream.Password)
    {
        var response = await SendAsync(HttpMethod.Post, "/session", new { email = "ada@example.org", password });
        SetCookie = response.Headers.TryGetValues("Set-Cookie", out var set) ? set.Single() : null;
        Cookie = SetCookie?.Split(';')[0] ?? Cookie;
        return response;
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        object? body = null,
        string? header = "X-Requested-With: FlowPlatform",
        string? token = null
    )
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : JsonContent.Create(body);
        Add(request, "Cookie", Cookie);
        Add(request, "Authorization", token is null ? null : $"Bearer {token}");
        if (header is not null)
        {
            Add(request, header.Split(": ")[0], header.Split(": ")[1]);
        }

        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }
}
