using System.Net;
using System.Security.Cryptography;
using System.Text;
using FlowPlatform.Gateway.Identity;
using FlowPlatform.Gateway.Limits;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace FlowPlatform.Gateway.Callers;

/// <summary>
/// Exchanges personal access tokens for short access tokens. An exchange is trusted for less than a minute, so that
/// a revoked token ends soon; a wrong token is remembered for a few seconds, so that repeating it does not load
/// Identity. Only hashes of the tokens are kept: they live long, and the memory of a process can end up in a dump.
/// </summary>
internal sealed class PersonalAccessTokens(
    IdentityTokens identity,
    AccessTokens accessTokens,
    FailedAttempts attempts,
    IOptions<GatewayOptions> options,
    TimeProvider clock
) : IDisposable
{
    public const string Prefix = "fp_pat_";
    private static readonly TimeSpan RefusalKept = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 20_000 });
    private readonly SingleFlight<CallerResult> _exchanges = new();

    public ValueTask<CallerResult> CheckAsync(string token, IPAddress? address, CancellationToken ct)
    {
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        if (Find(key) is { } known)
        {
            return new(known);
        }

        return attempts.MayTry(address)
            ? new(_exchanges.RunAsync(key, () => ExchangeAsync(key, token, address), ct))
            : new(Refusals.TooManyRequests(TimeSpan.FromSeconds(1)));
    }

    public void Dispose() => _known.Dispose();

    private CallerResult? Find(string key) =>
        _known.TryGetValue(key, out Exchange? known) && known is not null && clock.GetUtcNow() < known.Until
            ? (CallerResult?)known.Result
            : null;

    private async Task<CallerResult> ExchangeAsync(string key, string token, IPAddress? address)
    {
        if (Find(key) is { } known)
        {
            return known;
        }

        // Counted from before the question: the answer is as old as that.
        var asked = clock.GetUtcNow();
        var answer = await identity.ExchangeAsync(token, address, CancellationToken.None);
        if (answer.Tokens is { } tokens)
        {
            var result = await accessTokens.CheckAsync(tokens.AccessToken);
            if (result.Caller is { } caller)
            {
                var trusted = asked + options.Value.RevocationDelay;
                Remember(key, result, caller.Until - Margin < trusted ? caller.Until - Margin : trusted);
            }

            return result;
        }

        if (answer.IsRefusal)
        {
            attempts.Count(address);
            Remember(key, Refusals.TokenRefused, asked + RefusalKept);
            return Refusals.TokenRefused;
        }

        return answer.Status == HttpStatusCode.TooManyRequests
            ? Refusals.TooManyRequests(answer.RetryAfter ?? TimeSpan.FromSeconds(1))
            : Refusals.SignInUnavailable;
    }

    private void Remember(string key, CallerResult result, DateTimeOffset until)
    {
        var keep = until - clock.GetUtcNow();
        if (keep > TimeSpan.Zero)
        {
            using var entry = _known.CreateEntry(key);
            entry.Value = new Exchange(result, until);
            entry.Size = 1;
            entry.AbsoluteExpirationRelativeToNow = keep;
        }
    }

    private sealed record Exchange(CallerResult Result, DateTimeOffset Until);
}
