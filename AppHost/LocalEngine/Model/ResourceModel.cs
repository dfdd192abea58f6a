namespace Aspire.Hosting.ApplicationModel;

internal interface IResource
{
    string Name { get; }
}

internal interface IResourceWithEnvironment : IResource;

internal interface IResourceWithArgs : IResource;

internal interface IResourceWithWaitSupport : IResource;

internal interface IResourceWithEndpoints : IResource;

internal interface IResourceWithServiceDiscovery : IResourceWithEndpoints;

internal interface IResourceWithConnectionString : IResource
{
    /// <summary>Known once the server behind it has its port and password.</summary>
    string ConnectionString { get; }

    /// <summary>The same, taken apart: HOST, PORT, PASSWORD...</summary>
    IEnumerable<KeyValuePair<string, string>> ConnectionProperties { get; }
}

/// <summary>What the model says of a resource. Values that exist only at run time are functions.</summary>
internal abstract class Resource(string name) : IResource
{
    public string Name { get; } = name;

    internal Dictionary<string, Func<string?>> Environment { get; } = [];

    internal List<string> Arguments { get; } = [];

    internal List<Endpoint> Endpoints { get; } = [];

    internal HashSet<Resource> References { get; } = [];

    internal HashSet<Resource> WaitsFor { get; } = [];

    internal string? HealthPath { get; set; }

    public override string ToString() => Name;
}

internal sealed class Endpoint(string name, int? fixedPort)
{
    internal string Name { get; } = name;

    internal int? FixedPort { get; } = fixedPort;

    internal int Port { get; set; }

    internal bool IsExternal { get; set; }

    // What people type is reached over both of the loopback's addresses; what only programs use needs no look-up.
    internal string Url => $"http://{(IsExternal ? "localhost" : "127.0.0.1")}:{Port}";
}

internal sealed class EndpointReference(Endpoint endpoint)
{
    public string Url => endpoint.Url;
}

internal sealed class ProjectResource(string name, string projectPath)
    : Resource(name),
        IResourceWithEnvironment,
        IResourceWithArgs,
        IResourceWithWaitSupport,
        IResourceWithServiceDiscovery
{
    internal string ProjectPath { get; } = projectPath;
}
