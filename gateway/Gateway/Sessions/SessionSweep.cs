using Microsoft.Extensions.Options;

namespace FlowPlatform.Gateway.Sessions;

/// <summary>Clears away sessions that nobody signed out of.</summary>
internal sealed partial class SessionSweep(
    SessionStore store,
    IOptions<GatewayOptions> options,
    TimeProvider clock,
    ILogger<SessionSweep> logger
) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                store.RemoveOlderThan(clock.GetUtcNow() - options.Value.SessionLifetime);
            }
            catch (IOException e)
            {
                Log.NotSwept(logger, e);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Old sessions could not be cleared away")]
        public static partial void NotSwept(ILogger logger, Exception exception);
    }
}
