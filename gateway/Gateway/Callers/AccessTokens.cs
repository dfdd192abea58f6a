using System.Security.Claims;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace FlowPlatform.Gateway.Callers;

/// <summary>
/// Checks access tokens as every service does, and keeps the verdict for at most a minute: then a signing key that
/// was withdrawn, or a token that expired, is noticed, and a busy client's requests cost a look-up instead of a
/// signature check.
/// </summary>
internal sealed partial class AccessTokens(
    IOptionsMonitor<JwtBearerOptions> bearer,
    TimeProvider clock,
    ILogger<AccessTokens> logger
) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 20_000 });
    private TokenValidationParameters? _rules;

    public ValueTask<CallerResult> CheckAsync(ReadOnlySpan<char> token)
    {
        return _known.TryGetValue(token, out Verdict? known) && known is not null && clock.GetUtcNow() < known.Until
            ? new(known.Caller)
            : new(ValidateAsync(token.ToString()));
    }

    public void Dispose() => _known.Dispose();

    private async Task<CallerResult> ValidateAsync(string token)
    {
        var options = bearer.Get(JwtBearerDefaults.AuthenticationScheme);
        if (!await HasKeysAsync(options))
        {
            return Refusals.SignInUnavailable;
        }

        var result = await options.TokenHandlers[0].ValidateTokenAsync(token, Rules(options));
        if (result.IsValid)
        {
            return Remember(token, result);
        }

        Log.Refused(logger, result.Exception?.GetType().Name ?? "no reason");
        return Refusals.TokenRefused;
    }

    /// <summary>
    /// False when the authority is away and its keys were never read, which says nothing about the token.
    /// </summary>
    private async Task<bool> HasKeysAsync(JwtBearerOptions options)
    {
        try
        {
            return await options.ConfigurationManager!.GetConfigurationAsync(CancellationToken.None) is not null;
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException or OperationCanceledException)
        {
            Log.AuthorityAway(logger, e);
            return false;
        }
    }

    private CallerResult Remember(string token, TokenValidationResult result)
    {
        var until = new DateTimeOffset(result.SecurityToken.ValidTo, TimeSpan.Zero);
        var person = result.ClaimsIdentity.FindFirst(FlowClaims.Subject)?.Value;
        if (string.IsNullOrEmpty(person))
        {
            return Refusals.TokenRefused;
        }

        var caller = new Caller(person, new ClaimsPrincipal(result.ClaimsIdentity), $"Bearer {token}", until);
        var now = clock.GetUtcNow();
        var keep = until - now < Longest ? until - now : Longest;
        if (keep > TimeSpan.Zero)
        {
            using var entry = _known.CreateEntry(token);
            entry.Value = new Verdict(caller, now + keep);
            entry.Size = 1;
            entry.AbsoluteExpirationRelativeToNow = keep;
        }

        return caller;
    }

    private TokenValidationParameters Rules(JwtBearerOptions options)
    {
        if (_rules is null)
        {
            var rules = options.TokenValidationParameters.Clone();
            // Brings issuer and keys from the discovery document, and asks for it again when a key is unknown.
            rules.ConfigurationManager = options.ConfigurationManager as BaseConfigurationManager;
            _rules = rules;
        }

        return _rules;
    }

    private sealed record Verdict(Caller Caller, DateTimeOffset Until);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Tokens cannot be checked: the authority's keys could not be had")]
        public static partial void AuthorityAway(ILogger logger, Exception exception);

        [LoggerMessage(2, LogLevel.Debug, "An access token was refused: {Reason}")]
        public static partial void Refused(ILogger logger, string reason);
    }
}
