namespace FlowPlatform.AppHost.LocalEngine.Resources;

/// <summary>Life cycle of a resource; the names are those that the dashboard knows.</summary>
internal enum ResourceState
{
    /// <summary>Known, and not asked to start yet.</summary>
    NotStarted,

    /// <summary>Waits until the resources that it needs are healthy.</summary>
    Waiting,

    /// <summary>Its project is being built.</summary>
    Building,

    /// <summary>Its process has been asked for.</summary>
    Starting,

    /// <summary>Its process runs.</summary>
    Running,

    /// <summary>Its process has been asked to end.</summary>
    Stopping,

    /// <summary>Its process has ended, whatever the exit code.</summary>
    Finished,

    /// <summary>Its process could not be started, or gave up.</summary>
    FailedToStart,
}

internal static class ResourceStates
{
    /// <summary>True where a process stands behind the resource, or is about to.</summary>
    internal static bool IsActive(this ResourceState state) =>
        state
            is ResourceState.Waiting
                or ResourceState.Building
                or ResourceState.Starting
                or ResourceState.Running
                or ResourceState.Stopping;
}
