using FlowPlatform.AppHost.LocalEngine.Resources;

namespace FlowPlatform.AppHost.LocalEngine.Workloads;

/// <summary>What stands behind a resource and can be started, fall, and be started again.</summary>
internal interface IWorkload
{
    /// <summary>Completes with the exit code when what was launched last has ended, wanted or not.</summary>
    Task<int> Exited { get; }

    /// <summary>Work that must be done before the first launch, such as the build; null when there is none.</summary>
    Task? Preparation { get; }

    /// <summary>Returns when it serves; throws a <see cref="Servers.ServerException"/> when it does not.</summary>
    Task LaunchAsync(CancellationToken ct);

    Task StopAsync();

    /// <summary>Ends it at once, when there is no time left to be asked.</summary>
    void Kill();

    Task<ResourceHealth?> CheckAsync(CancellationToken ct);

    /// <summary>Adds what is known of it now to its picture: addresses, environment, process id.</summary>
    ResourceSnapshot Describe(ResourceSnapshot snapshot);
}
