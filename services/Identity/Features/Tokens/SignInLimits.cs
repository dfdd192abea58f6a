using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace FlowPlatform.Identity.Features.Tokens;

/// <summary>
/// Bounds guesses, and with them the work that hashing costs. Counted in each process: with n replicas the limits are
/// n times as high, while the lockout, which is in the database, stays exact.
/// </summary>
internal sealed class SignInLimits(IOptions<SignInOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _accounts = Create(options.Value.AttemptsPerAccountPerMinute);
    private readonly PartitionedRateLimiter<string> _addresses = Create(options.Value.AttemptsPerAddressPerMinute);

    /// <returns>Null when the attempt may go on, else how long to wait.</returns>
    public TimeSpan? Refusal(IPAddress? address, string normalizedEmail) =>
        Refusal(_addresses, Network(address)) ?? Refusal(_accounts, normalizedEmail);

    public void Dispose()
    {
        _accounts.Dispose();
        _addresses.Dispose();
    }

    private static TimeSpan? Refusal(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        if (lease.IsAcquired)
        {
            return null;
        }

        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromMinutes(1);
    }

    // Whoever has one IPv6 address has the other 2^64 of that network too.
    private static string Network(IPAddress? address)
    {
        if (address is null || address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6)
        {
            return (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString() ?? "";
        }

        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }

    private static PartitionedRateLimiter<string> Create(int perMinute) =>
        PartitionedRateLimiter.Create<string, string>(key =>
            RateLimitPartition.GetTokenBucketLimiter(
                key,
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = perMinute,
                    TokensPerPeriod = 1,
                    ReplenishmentPeriod = TimeSpan.FromMinutes(1) / perMinute,
                    QueueLimit = 0,
                    AutoReplenishment = false,
                }
            )
        );
}
