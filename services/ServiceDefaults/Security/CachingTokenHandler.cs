using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FlowPlatform.ServiceDefaults.Security;

/// <summary>
/// Checks a token's signature once and remembers the verdict for at most a minute: an ES256 check costs more than the rest of a
/// small request. A key that is withdrawn is therefore refused at the latest a minute after this process has seen that the
/// discovery document lost it.
/// </summary>
internal sealed class CachingTokenHandler : JsonWebTokenHandler, IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly TimeProvider _clock;
    private readonly MemoryCache _verdicts = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    public CachingTokenHandler(TimeProvider clock)
    {
        _clock = clock;
        MapInboundClaims = false;
    }

    public override async Task<TokenValidationResult> ValidateTokenAsync(
        string token,
        TokenValidationParameters validationParameters
    )
    {
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        if (_verdicts.TryGetValue(key, out TokenValidationResult? known) && known is not null)
        {
            return known;
        }

        var verdict = await base.ValidateTokenAsync(token, validationParameters);
        if (verdict.IsValid)
        {
            var left = verdict.SecurityToken.ValidTo - _clock.GetUtcNow().UtcDateTime;
            var keep = left < Longest ? left : Longest;
            if (keep > TimeSpan.Zero)
            {
                using var entry = _verdicts.CreateEntry(key);
                entry.Value = verdict;
                entry.Size = 1;
                entry.AbsoluteExpirationRelativeToNow = keep;
            }
        }

        return verdict;
    }

    public void Dispose() => _verdicts.Dispose();
}
