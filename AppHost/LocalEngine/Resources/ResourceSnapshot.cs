namespace FlowPlatform.AppHost.LocalEngine.Resources;

/// <summary>Everything that a person can see of one resource at one moment. A change is a new snapshot.</summary>
internal sealed record ResourceSnapshot
{
    /// <summary>Unique; "{DisplayName}-{service.instance.id}", so that its telemetry is found under it.</summary>
    public required string Name { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>One of <see cref="ResourceTypes"/>; decides icon and details.</summary>
    public required string Type { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public ResourceState State { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>Name (not display name) of the resource that it is shown under, such as a database under its server.</summary>
    public string? ParentName { get; init; }

    /// <summary>False for what has no process of its own, such as a database: no start, stop or restart.</summary>
    public bool TakesCommands { get; init; } = true;

    public bool IsHidden { get; init; }

    public IReadOnlyList<ResourceUrl> Urls { get; init; } = [];

    public IReadOnlyList<EnvironmentVariable> Environment { get; init; } = [];

    public IReadOnlyList<ResourceProperty> Properties { get; init; } = [];

    public IReadOnlyList<ResourceHealth> Health { get; init; } = [];

    public IReadOnlyList<ResourceRelation> Relations { get; init; } = [];
}

internal static class ResourceTypes
{
    internal const string Project = "Project";
    internal const string Executable = "Executable";
    internal const string Container = "Container";
    internal const string Parameter = "Parameter";
    internal const string PostgresServer = "PostgresServerResource";
    internal const string PostgresDatabase = "PostgresDatabaseResource";
    internal const string RabbitMqServer = "RabbitMQServerResource";
}

/// <summary>An address; inactive while nothing answers there.</summary>
internal sealed record ResourceUrl(string EndpointName, string Address, bool IsInactive = false)
{
    public string? DisplayName { get; init; }

    public bool IsInternal { get; init; }

    public int SortOrder { get; init; }
}

/// <summary>A variable of the process. What the model did not set itself is hidden at first.</summary>
internal sealed record EnvironmentVariable(string Name, string? Value, bool IsFromModel = true);

/// <summary>The state of one health check of a resource; not run yet while <c>IsHealthy</c> is null.</summary>
internal sealed record ResourceHealth(string Key, bool? IsHealthy, string Description = "")
{
    public string Exception { get; init; } = "";

    public DateTimeOffset? LastRunAt { get; init; }
}

/// <summary>How a resource needs another, named by its display name.</summary>
internal sealed record ResourceRelation(string DisplayName, string Type)
{
    internal const string Reference = "Reference";
    internal const string WaitFor = "WaitFor";
    internal const string Parent = "Parent";
}
