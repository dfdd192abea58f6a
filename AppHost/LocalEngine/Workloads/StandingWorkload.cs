using FlowPlatform.AppHost.LocalEngine.Resources;

namespace FlowPlatform.AppHost.LocalEngine.Workloads;

/// <summary>Something without a process of ours: a database, a parameter, a server of somebody else.</summary>
internal sealed class StandingWorkload(
    Func<CancellationToken, Task> prepare,
    Func<IEnumerable<ResourceProperty>> properties
) : IWorkload
{
    private TaskCompletionSource<int> _exited = new();

    public Task<int> Exited => _exited.Task;

    public Task? Preparation => null;

    public Task LaunchAsync(CancellationToken ct)
    {
        _exited = new TaskCompletionSource<int>();
        return prepare(ct);
    }

    public Task StopAsync()
    {
        Kill();
        return Task.CompletedTask;
    }

    public void Kill() => _exited.TrySetResult(0);

    public Task<ResourceHealth?> CheckAsync(CancellationToken ct) => Task.FromResult<ResourceHealth?>(null);

    public ResourceSnapshot Describe(ResourceSnapshot snapshot) =>
        snapshot with
        {
            Properties = snapshot.State == ResourceState.Running ? [.. properties()] : [],
        };
}
