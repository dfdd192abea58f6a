using FlowPlatform.AppHost.LocalEngine.Resources;
using FlowPlatform.AppHost.LocalEngine.Workloads;

namespace FlowPlatform.AppHost.LocalEngine.Running;

/// <summary>Tells the catalogue how one resource fares.</summary>
internal sealed class ResourceStatus(string name, IWorkload workload, ResourceCatalog catalog, TimeProvider clock)
{
    internal void Log(string problem) => catalog.LogOf(name).Append(problem, isError: true);

    internal void Show(ResourceHealth health) => catalog.Change(name, snapshot => snapshot with { Health = [health] });

    internal void Show(ResourceState state, int? exitCode = null) =>
        catalog.Change(name, snapshot => Picture(snapshot, state, exitCode));

    private ResourceSnapshot Picture(ResourceSnapshot snapshot, ResourceState state, int? exitCode)
    {
        var described = workload.Describe(snapshot with { State = state });
        IEnumerable<ResourceProperty> outcome = exitCode is { } code ? [new(PropertyNames.ExitCode, $"{code}")] : [];
        return described with
        {
            StartedAt = state == ResourceState.Running ? clock.GetUtcNow() : snapshot.StartedAt,
            StoppedAt = state is ResourceState.Finished or ResourceState.FailedToStart ? clock.GetUtcNow() : null,
            Health = state == ResourceState.Running ? snapshot.Health : [],
            Properties = [.. described.Properties, .. outcome],
            Urls = [.. described.Urls.Select(url => url with { IsInactive = state != ResourceState.Running })],
        };
    }
}
