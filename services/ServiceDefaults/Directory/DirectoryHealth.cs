using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FlowPlatform.ServiceDefaults.Directory;

/// <summary>A service that knows nobody yet would refuse everybody: it is not ready. Once it knows somebody, that stays so.</summary>
internal sealed class DirectoryHealth(IServiceScopeFactory scopes) : IHealthCheck
{
    private volatile bool _knowsSomebody;

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        if (!_knowsSomebody)
        {
            await using var scope = scopes.CreateAsyncScope();
            var copies = scope.ServiceProvider.GetRequiredService<IDirectoryCopies>();
            _knowsSomebody = await copies.People.AnyAsync(cancellationToken);
        }

        return _knowsSomebody
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("Identity has not told of the organisation yet.");
    }
}
