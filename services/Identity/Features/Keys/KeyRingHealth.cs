using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FlowPlatform.Identity.Features.Keys;

internal sealed class KeyRingHealth(KeyRing ring) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            ring.CanSign ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("No signing key is loaded yet.")
        );
}
