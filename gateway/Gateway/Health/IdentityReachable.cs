using FlowPlatform.Gateway.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FlowPlatform.Gateway.Health;

/// <summary>
/// The gateway is of use only when tokens can be issued and checked, so it is ready when Identity is.
/// </summary>
internal sealed class IdentityReachable(HttpClient http, ServiceAddresses services) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        if (services.Pick("identity") is not { } address)
        {
            return HealthCheckResult.Unhealthy("No address of the service 'identity' is configured.");
        }

        try
        {
            using var answer = await http.GetAsync(
                new Uri(address, ServiceDestinations.ReadinessPath),
                cancellationToken
            );
            return answer.IsSuccessStatusCode
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy($"The identity service says {(int)answer.StatusCode}.");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy($"The identity service does not answer: {e.Message}");
        }
    }
}
