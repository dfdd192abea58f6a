using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Gateway.Tests.Support;

/// <summary>
/// The identity service as the gateway sees it over HTTP: discovery document, keys, and the three grants, with
/// single-use refresh tokens whose reuse ends the family.
/// </summary>
public sealed class IdentityUpstream : IAsyncDisposable
{
    public const string Password = "correct horse";
    private readonly ConcurrentDictionary<string, Guid> _refreshTokens = new();
    private readonly ConcurrentDictionary<string, Guid> _personalTokens = new();
    private WebApplication? _app;
    private int _refreshes;
    private int _exchanges;
    private int _reuses;

    public TokenForge Tokens { get; } = new();

    public Guid PersonId { get; } = Guid.CreateVersion7();

    public string Address => _app!.Urls.First();

    public TimeSpan AccessLifetime { get; set; } = TimeSpan.FromMinutes(10);

    public TimeSpan Delay { get; set; } = TimeSpan.Zero;

    public int Refreshes => _refreshes;

    public int Exchanges => _exchanges;

    public int Reuses => _reuses;

    public ConcurrentQueue<string> Revoked { get; } = new();

    public async Task StartAsync()
    {
        _app = await LocalServer.StartAsync(Map);
        Tokens.Issuer = Address;
    }

    public string PersonalToken(Guid personId)
    {
        var token = $"fp_pat_{Guid.CreateVersion7():N}";
        _personalTokens[token] = personId;
        return token;
    }

    public void ForgetRefreshTokens() => _refreshTokens.Clear();

    public void RevokePersonalToken(string token) => _personalTokens.TryRemove(token, out _);

    public async ValueTask DisposeAsync()
    {
        Tokens.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    private void Map(WebApplication app)
    {
        app.MapGet(
            "/.well-known/openid-configuration",
            () => new { issuer = Tokens.Issuer, jwks_uri = $"{Address}/.well-known/jwks.json" }
        );
        app.MapGet("/.well-known/jwks.json", () => new { keys = new[] { Tokens.PublicKey() } });
        app.MapGet("/health/ready", () => "ready");
        app.MapPost("/identity/tokens", GrantAsync);
        app.MapPost("/identity/tokens/revoke", (RevokeBody body) => Revoked.Enqueue(body.RefreshToken));
        app.MapGet("/identity/me", (HttpRequest request) => new Echo(request));
        app.MapGet(
            "/openapi/v1.json",
            () => TypedResults.Text(ServiceUpstream.DocumentOf("identity"), "application/json")
        );
    }

    private async Task<IResult> GrantAsync(GrantBody body)
    {
        await Task.Delay(Delay);
        return body.GrantType switch
        {
            "password" when body.Password == Password => Issue(PersonId),
            "refresh" => Refresh(body.RefreshToken ?? ""),
            "personal-access-token" => Exchange(body.Token ?? ""),
            _ => TypedResults.Problem("E-mail or password is wrong.", statusCode: StatusCodes.Status401Unauthorized),
        };
    }

    private IResult Refresh(string refreshToken)
    {
        Interlocked.Increment(ref _refreshes);
        if (_refreshTokens.TryRemove(refreshToken, out var person))
        {
            return Issue(person);
        }

        Interlocked.Increment(ref _reuses);
        _refreshTokens.Clear();
        return TypedResults.Problem(
            "The refresh token was used before.",
            statusCode: StatusCodes.Status401Unauthorized
        );
    }

    private IResult Exchange(string token)
    {
        Interlocked.Increment(ref _exchanges);
        return _personalTokens.TryGetValue(token, out var person)
            ? TypedResults.Ok(new { accessToken = Tokens.Issue(person, AccessLifetime), tokenType = "Bearer" })
            : TypedResults.Problem("No such token.", statusCode: StatusCodes.Status401Unauthorized);
    }

    private Ok<TokensBody> Issue(Guid person)
    {
        var refreshToken = Guid.CreateVersion7().ToString("N");
        _refreshTokens[refreshToken] = person;
        return TypedResults.Ok(new TokensBody(Tokens.Issue(person, AccessLifetime), refreshToken));
    }

    private sealed record GrantBody(
        string GrantType,
        string? Email,
        string? Password,
        string? RefreshToken,
        string? Token
    );

    private sealed record TokensBody(string AccessToken, string RefreshToken);

    private sealed record RevokeBody(string RefreshToken);
}
