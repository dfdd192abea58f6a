using FlowPlatform.ServiceDefaults.Telemetry;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace FlowPlatform.ServiceDefaults.Data;

/// <summary>Unhealthy when the database does not answer: nothing can be done without it.</summary>
internal sealed class DatabaseHealth(NpgsqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await using var ask = database.CreateCommand("SELECT 1");
            await ask.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException e)
        {
            return HealthCheckResult.Unhealthy(e.Message);
        }
    }
}

/// <summary>Degraded, not unhealthy, when events wait: requests are still served, and the events go out when the broker is back.</summary>
internal sealed class OutboxHealth(OutboxMetrics metrics) : IHealthCheck
{
    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(30);

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            metrics.Lag <= Tolerated
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded($"The oldest event has waited for {metrics.Lag}.")
        );
}
