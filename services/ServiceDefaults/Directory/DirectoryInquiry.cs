using FlowPlatform.Contracts.Identity;
using FlowPlatform.ServiceDefaults.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FlowPlatform.ServiceDefaults.Directory;

/// <summary>
/// Tells Identity once a start what this service has of the organisation. Only after the service's own queues are bound, so that
/// everything that Identity tells from then on arrives.
/// </summary>
internal sealed partial class DirectoryInquiry(
    IBusControl bus,
    IServiceScopeFactory scopes,
    ServiceIdentity service,
    TimeProvider clock,
    ILogger<DirectoryInquiry> logger
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await bus.WaitForHealthStatus(BusHealthStatus.Healthy, stoppingToken);
        while (!await TryAskAsync(stoppingToken))
        {
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    private async Task<bool> TryAskAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var copies = scope.ServiceProvider.GetRequiredService<IDirectoryCopies>();
            var database = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
            database.Publish(
                new DirectoryRequested(
                    service.Name,
                    await CopiedAsync(copies.People, ct),
                    await CopiedAsync(copies.Teams, ct),
                    await CopiedAsync(copies.Customers, ct),
                    clock.GetUtcNow()
                )
            );
            await database.SaveChangesAsync(ct);
            return true;
        }
        catch (Exception e) when (PassingFailure.Is(e))
        {
            Log.Postponed(logger, e.Message);
            return false;
        }
    }

    /// <summary>Two figures in one pass over the copies: it costs by the size of the organisation.</summary>
    private static async Task<CopiedSoFar?> CopiedAsync(IQueryable<long>? versions, CancellationToken ct) =>
        versions is null
            ? null
            : await versions
                .GroupBy(_ => 1)
                .Select(all => new CopiedSoFar(all.LongCount(), all.Sum()))
                .SingleOrDefaultAsync(ct)
                ?? new CopiedSoFar(0, 0);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Asking Identity is postponed: {Reason}")]
        public static partial void Postponed(ILogger logger, string reason);
    }
}
