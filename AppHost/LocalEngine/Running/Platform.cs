using FlowPlatform.AppHost.LocalEngine.Resources;

namespace FlowPlatform.AppHost.LocalEngine.Running;

/// <summary>All resources with their supervisors: started in order, stopped in reverse, commanded one by one.</summary>
internal sealed class Platform(ResourceCatalog catalog) : IResourceCommands
{
    // Together below the ten seconds that all of it may take to end.
    private static readonly TimeSpan ProjectsMayTake = TimeSpan.FromSeconds(4.5);

    private readonly Dictionary<Resource, Supervisor> _supervisors = [];

    internal ResourceCatalog Catalog { get; } = catalog;

    internal IReadOnlyCollection<Supervisor> Supervisors => _supervisors.Values;

    internal void Add(Resource resource, Supervisor supervisor) => _supervisors.Add(resource, supervisor);

    internal Supervisor Of(Resource resource) => _supervisors[resource];

    internal void Start()
    {
        foreach (var supervisor in _supervisors.Values)
        {
            supervisor.Start();
        }
    }

    /// <summary>Names of what does not serve yet, for those who wait.</summary>
    internal IEnumerable<string> Awaited() =>
        Catalog
            .All.Where(resource => resource is { State: not ResourceState.Running, IsHidden: false })
            .Select(resource => resource.DisplayName);

    /// <summary>Who uses others goes first; who takes too long is killed.</summary>
    internal async Task StopProjectsAsync()
    {
        using var patience = new CancellationTokenSource(ProjectsMayTake);
        await using var impatience = patience.Token.Register(() => Kill(resource => resource is ProjectResource));
        await StopAsync(resource => resource is ProjectResource);
    }

    internal async Task StopRestAsync()
    {
        await StopAsync(resource => resource is not ProjectResource);
        foreach (var supervisor in _supervisors.Values)
        {
            supervisor.Dispose();
        }
    }

    private async Task StopAsync(Func<Resource, bool> which)
    {
        foreach (var wave in StartOrder.StopWaves([.. _supervisors.Keys]))
        {
            await Task.WhenAll(wave.Where(which).Select(resource => _supervisors[resource].StopAsync()));
        }
    }

    internal void KillAll() => Kill(_ => true);

    public async Task<CommandOutcome> ExecuteAsync(string resourceName, ResourceCommand command, CancellationToken ct)
    {
        if (_supervisors.Values.FirstOrDefault(known => known.Name == resourceName) is not { } supervisor)
        {
            return CommandOutcome.Failed($"There is no resource {resourceName}.");
        }

        if (command is ResourceCommand.Stop or ResourceCommand.Restart)
        {
            await supervisor.StopAsync().WaitAsync(ct);
        }

        if (command is ResourceCommand.Start or ResourceCommand.Restart)
        {
            supervisor.Start();
        }

        return CommandOutcome.Done;
    }

    private void Kill(Func<Resource, bool> which)
    {
        foreach (var (resource, supervisor) in _supervisors)
        {
            if (which(resource))
            {
                supervisor.Kill();
            }
        }
    }
}
