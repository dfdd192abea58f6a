using System.Net;
using System.Text.Json;
using FlowPlatform.Gateway.Routing;

namespace FlowPlatform.Gateway.Identity;

/// <summary>The tokens that Identity issued, and in how many seconds the stay ends for good.</summary>
internal sealed record IssuedTokens(string AccessToken, string? RefreshToken, int? RefreshExpiresIn);

/// <summary>
/// What Identity answered: tokens, or its refusal as it came, or nothing because it could not be reached.
/// </summary>
internal sealed record IdentityAnswer(
    IssuedTokens? Tokens,
    HttpStatusCode? Status,
    string? Problem,
    TimeSpan? RetryAfter
)
{
    public static readonly IdentityAnswer Unreachable = new(null, null, null, null);

    /// <summary>Identity decided against the credential; anything else may be different in a moment.</summary>
    public bool IsRefusal =>
        Status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
}

/// <summary>Asks Identity for tokens.</summary>
internal sealed partial class IdentityTokens(HttpClient http, ServiceAddresses services, ILogger<IdentityTokens> logger)
{
    private const string Service = "identity";

    public Task<IdentityAnswer> SignInAsync(string email, string password, IPAddress? address, CancellationToken ct) =>
        RequestAsync(
            new
            {
                grantType = "password",
                email,
                password,
            },
            address,
            ct
        );

    public Task<IdentityAnswer> RefreshAsync(string refreshToken, CancellationToken ct) =>
        RequestAsync(new { grantType = "refresh", refreshToken }, address: null, ct);

    public Task<IdentityAnswer> ExchangeAsync(string personalAccessToken, IPAddress? address, CancellationToken ct) =>
        RequestAsync(new { grantType = "personal-access-token", token = personalAccessToken }, address, ct);

    /// <summary>
    /// Ends the family of a refresh token. Signing out locally succeeds even when Identity is away.
    /// </summary>
    public async Task RevokeAsync(string refreshToken, CancellationToken ct)
    {
        try
        {
            using var request = Post("/identity/tokens/revoke", new { refreshToken }, address: null);
            using var response = await http.SendAsync(request, ct);
            if (!response.IsSuccessStatusCode)
            {
                Log.NotRevoked(logger, (int)response.StatusCode);
            }
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            Log.Unreachable(logger, e);
        }
    }

    private async Task<IdentityAnswer> RequestAsync(object grant, IPAddress? address, CancellationToken ct)
    {
        try
        {
            using var request = Post("/identity/tokens", grant, address);
            using var response = await http.SendAsync(request, ct);
            var body = await response.Content.ReadAsStringAsync(ct);
            return response.IsSuccessStatusCode
                ? new(Read(body), response.StatusCode, null, null)
                : new(null, response.StatusCode, body, response.Headers.RetryAfter?.Delta);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || TimedOut(e, ct))
        {
            Log.Unreachable(logger, e);
            return IdentityAnswer.Unreachable;
        }
    }

    private static bool TimedOut(Exception e, CancellationToken ct) =>
        e is OperationCanceledException && !ct.IsCancellationRequested;

    private static IssuedTokens Read(string body) =>
        JsonSerializer.Deserialize<IssuedTokens>(body, JsonSerializerOptions.Web) is { AccessToken.Length: > 0 } tokens
            ? tokens
            : throw new JsonException("Identity's answer holds no access token.");

    private HttpRequestMessage Post(string path, object body, IPAddress? address)
    {
        var service =
            services.Pick(Service)
            ?? throw new HttpRequestException($"No address of the service '{Service}' is known.");
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service, path))
        {
            Content = JsonContent.Create(body, options: JsonSerializerOptions.Web),
        };
        if (address is not null)
        {
            // Identity limits attempts by address too, and would otherwise see only the gateway's.
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", address.ToString());
        }

        return request;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Identity could not be asked for tokens")]
        public static partial void Unreachable(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Warning, "Identity did not revoke a session's refresh token: status {Status}")]
        public static partial void NotRevoked(ILogger logger, int status);
    }
}
