using FlowPlatform.AppHost.LocalEngine.Resources;
using FlowPlatform.AppHost.LocalEngine.Servers;
using FlowPlatform.AppHost.LocalEngine.Workloads;

namespace FlowPlatform.AppHost.LocalEngine.Running;

/// <summary>
/// Keeps one resource running: waits for what it needs, launches it, watches it, and launches it again when it falls.
/// </summary>
internal sealed class Supervisor(
    string name,
    IWorkload workload,
    IReadOnlyList<Supervisor> needs,
    ResourceCatalog catalog,
    Action<Supervisor, ServerException> onFall,
    TimeProvider clock
) : IDisposable
{
    private static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(5);

    private readonly ResourceStatus _status = new(name, workload, catalog, clock);
    private readonly Lock _gate = new();
    private TaskCompletionSource _healthy = NewSignal();
    private CancellationTokenSource _wanted = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Unique name of its resource.</summary>
    internal string Name { get; } = name;

    internal IReadOnlyList<Supervisor> Needs { get; } = needs;

    /// <summary>Completes when it serves; a new promise after each fall.</summary>
    internal Task Healthy => _healthy.Task;

    internal void Start()
    {
        lock (_gate)
        {
            if (_running.IsCompleted)
            {
                _wanted.Dispose();
                _wanted = new CancellationTokenSource();
                _running = KeepRunningAsync(_wanted.Token);
            }
        }
    }

    internal async Task StopAsync()
    {
        await _wanted.CancelAsync();
        await _running;
    }

    internal void Kill() => workload.Kill();

    public void Dispose() => _wanted.Dispose();

    private async Task KeepRunningAsync(CancellationToken ct)
    {
        try
        {
            for (var falls = 0; ; )
            {
                var launched = clock.GetTimestamp();
                var fall = await RunUntilFallAsync(ct);
                falls = clock.GetElapsedTime(launched) > Backoff.Stable ? 1 : falls + 1;
                var delay = Backoff.After(falls);
                catalog
                    .LogOf(Name)
                    .Append($"{fall.Message} Starting again in {delay.TotalSeconds:0} s.", isError: true);
                onFall(this, fall);
                await Task.Delay(delay, clock, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            _status.Show(ResourceState.Stopping);
        }

        await workload.StopAsync();
        ForgetHealth();
        _status.Show(ResourceState.Finished, exitCode: workload.Exited.IsCompleted ? await workload.Exited : null);
    }

    /// <summary>One life: from waiting for others to its fall, which is returned.</summary>
    private async Task<ServerException> RunUntilFallAsync(CancellationToken ct)
    {
        try
        {
            await PrepareAsync(ct);
            _status.Show(ResourceState.Starting);
            await workload.LaunchAsync(ct);
            _status.Show(ResourceState.Running);
            _healthy.TrySetResult();
            await WatchAsync(ct);
            var exitCode = await workload.Exited;
            _status.Show(ResourceState.Finished, exitCode);
            return new ServerException($"It ended by itself with exit code {exitCode}.");
        }
        catch (Exception fall) when (!ct.IsCancellationRequested)
        {
            _status.Show(ResourceState.FailedToStart);
            return fall as ServerException ?? new ServerException(fall.Message, inner: fall);
        }
        finally
        {
            ForgetHealth();
        }
    }

    private async Task PrepareAsync(CancellationToken ct)
    {
        if (workload.Preparation is { IsCompleted: false } preparation)
        {
            _status.Show(ResourceState.Building);
            await preparation.WaitAsync(ct);
        }

        _status.Show(ResourceState.Waiting);
        foreach (var need in Needs)
        {
            await need.Healthy.WaitAsync(ct);
        }
    }

    private async Task WatchAsync(CancellationToken ct)
    {
        while (!workload.Exited.IsCompleted)
        {
            if (await workload.CheckAsync(ct) is { } health)
            {
                _status.Show(health);
            }

            await Task.WhenAny(workload.Exited, Task.Delay(CheckEvery, clock, ct));
            ct.ThrowIfCancellationRequested();
        }
    }

    // A promise that was not kept yet stays: others wait for it.
    private void ForgetHealth()
    {
        if (_healthy.Task.IsCompleted)
        {
            _healthy = NewSignal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
