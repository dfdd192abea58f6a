using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace FlowPlatform.Gateway.Limits;

/// <summary>
/// Bounds how many wrong personal access tokens an address may try. Only failures count, so that a pipeline with
/// many good tokens behind one address is not held up.
/// </summary>
internal sealed class FailedAttempts(IOptions<GatewayOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimits.SignIns(address, options.Value)
    );

    // Whole permits are asked for: the bucket fills in fractions, and acquiring none succeeds with any fraction of one.
    public bool MayTry(IPAddress? address) =>
        _limiter.GetStatistics(RateLimits.NameOf(address)) is not { CurrentAvailablePermits: < 1 };

    public void Count(IPAddress? address) => _limiter.AttemptAcquire(RateLimits.NameOf(address)).Dispose();

    public void Dispose() => _limiter.Dispose();
}
