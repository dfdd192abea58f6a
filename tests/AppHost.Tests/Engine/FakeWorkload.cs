using FlowPlatform.AppHost.LocalEngine.Resources;
using FlowPlatform.AppHost.LocalEngine.Servers;
using FlowPlatform.AppHost.LocalEngine.Workloads;

namespace FlowPlatform.AppHost.Tests.Engine;

/// <summary>A process that falls when the test says so.</summary>
internal sealed class FakeWorkload : IWorkload
{
    private TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal int Launches { get; private set; }

    internal bool FailsToLaunch { get; set; }

    public Task<int> Exited => _exited.Task;

    public Task? Preparation => null;

    public Task LaunchAsync(CancellationToken ct)
    {
        Launches++;
        _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return FailsToLaunch ? throw new ServerException("It cannot start.") : Task.CompletedTask;
    }

    public Task StopAsync()
    {
        _exited.TrySetResult(0);
        return Task.CompletedTask;
    }

    public void Kill() => Fall();

    internal void Fall() => _exited.TrySetResult(137);

    public Task<ResourceHealth?> CheckAsync(CancellationToken ct) => Task.FromResult<ResourceHealth?>(null);

    public ResourceSnapshot Describe(ResourceSnapshot snapshot) => snapshot with { Properties = [] };
}
