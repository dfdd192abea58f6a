using System.Net;
using System.Threading.RateLimiting;
using FlowPlatform.Gateway.Callers;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace FlowPlatform.Gateway.Limits;

/// <summary>
/// How often a person, or an address where nobody is signed in, may ask. Each replica of the gateway counts for
/// itself.
/// </summary>
internal sealed class RateLimits(IOptions<GatewayOptions> gateway) : IConfigureOptions<RateLimiterOptions>
{
    public const string SignInPolicy = "sign-in";
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(100);

    public void Configure(RateLimiterOptions options)
    {
        var limits = gateway.Value;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            RateLimitPartition.GetTokenBucketLimiter(KeyOf(context), _ => Requests(limits))
        );
        options.AddPolicy(SignInPolicy, context => SignIns(NameOf(context.Connection.RemoteIpAddress), limits));
        options.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Period;
            return new ValueTask(Refusals.TooManyRequests(wait).WriteAsync(rejected.HttpContext));
        };
    }

    public static RateLimitPartition<string> SignIns(string address, GatewayOptions limits) =>
        RateLimitPartition.GetTokenBucketLimiter(
            address,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = limits.SignInBurst,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1) / limits.SignInsPerMinute,
                AutoReplenishment = true,
            }
        );

    public static string NameOf(IPAddress? address) => address?.ToString() ?? "unknown";

    private static string KeyOf(HttpContext context) =>
        context.Features.Get<Caller>()?.PersonId ?? NameOf(context.Connection.RemoteIpAddress);

    private static TokenBucketRateLimiterOptions Requests(GatewayOptions limits)
    {
        var perPeriod = Math.Max(1, (int)(limits.RequestsPerSecond * Period.TotalSeconds));
        return new TokenBucketRateLimiterOptions
        {
            TokenLimit = limits.RequestBurst,
            TokensPerPeriod = perPeriod,
            ReplenishmentPeriod = TimeSpan.FromSeconds((double)perPeriod / limits.RequestsPerSecond),
            AutoReplenishment = true,
        };
    }
}
