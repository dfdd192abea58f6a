using Microsoft.Extensions.Hosting;

namespace FlowPlatform.ServiceDefaults;

/// <summary>
/// Gives back, once, what starting needed and serving does not. An idle process would keep it: nothing makes the collector look.
/// </summary>
internal sealed class StartupGarbage(IHostApplicationLifetime life, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource();
        await using var registration = life.ApplicationStarted.Register(() => started.TrySetResult());
        await started.Task.WaitAsync(stoppingToken);
        await Task.Delay(Settled, clock, stoppingToken);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
