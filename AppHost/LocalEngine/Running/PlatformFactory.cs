using FlowPlatform.AppHost.LocalEngine.Resources;
using FlowPlatform.AppHost.LocalEngine.Servers;
using FlowPlatform.AppHost.LocalEngine.Workloads;

namespace FlowPlatform.AppHost.LocalEngine.Running;

/// <summary>What the resources of one run share.</summary>
internal sealed record RunSettings(EngineOptions Options, Workspace Workspace, PortBook Ports, Task Preparation)
{
    /// <summary>Known once the dashboard was prepared; null without one.</summary>
    internal required Func<TelemetryTarget?> Telemetry { get; init; }

    internal required IProgress<string> Progress { get; init; }

    internal required Action<Supervisor, ServerException> OnFall { get; init; }
}

/// <summary>Turns the model into things that can be started.</summary>
internal sealed class PlatformFactory(RunSettings settings, TimeProvider clock)
{
    // Who is used by nobody holds no work of others; it need not be waited for as long.
    private static readonly TimeSpan EdgeGrace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ServiceGrace = TimeSpan.FromSeconds(4);

    private readonly string _instanceId = Secret.Make(8).ToLowerInvariant();
    private readonly Platform _platform = new(new ResourceCatalog(clock));

    internal Platform Create(IReadOnlyList<Resource> resources)
    {
        foreach (var resource in resources.Where(resource => resource.Endpoints.Count > 0))
        {
            resource.Endpoints.ForEach(endpoint =>
                endpoint.Port = endpoint.FixedPort ?? settings.Ports.PortFor(resource.Name)
            );
        }

        foreach (var resource in StartOrder.Of(resources))
        {
            Add(resource, isUsed: resources.Any(other => other.References.Contains(resource)));
        }

        return _platform;
    }

    private void Add(Resource resource, bool isUsed)
    {
        var name = NameOf(resource);
        var log = new LogFile(settings.Workspace.Logs, resource.Name, clock);
        var workload = WorkloadOf(resource, isUsed, Log);
        _platform.Catalog.Put(Describe(resource, takesCommands: workload is not StandingWorkload));
        var needs = resource.WaitsFor.Select(_platform.Of).ToList();
        _platform.Add(resource, new Supervisor(name, workload, needs, _platform.Catalog, settings.OnFall, clock));

        void Log(string line, bool isError)
        {
            _platform.Catalog.LogOf(name).Append(line, isError);
            log.Append(line);
        }
    }

    private IWorkload WorkloadOf(Resource resource, bool isUsed, Action<string, bool> log) =>
        resource switch
        {
            ProjectResource project => new ProjectWorkload(
                project,
                new ProjectSettings(_instanceId, settings.Telemetry, settings.Preparation)
                {
                    Log = log,
                    Grace = isUsed ? ServiceGrace : EdgeGrace,
                },
                clock
            ),
            PostgresServerResource { Address: null } server => new PostgresWorkload(
                server,
                ServerOptions(server, log),
                settings.Progress,
                clock
            ),
            RabbitMQServerResource { Address: null } server => new RabbitWorkload(
                server,
                ServerOptions(server, log),
                settings.Progress,
                clock
            ),
            PostgresDatabaseResource database => new StandingWorkload(
                ct => Databases.CreateAsync(database, ct),
                () => [Sensitive(PropertyNames.ConnectionString, database.ConnectionString)]
            ),
            IResourceWithConnectionString given => new StandingWorkload(
                _ => Task.CompletedTask,
                () => [Sensitive(PropertyNames.ConnectionString, given.ConnectionString)]
            ),
            ParameterResource parameter => new StandingWorkload(
                _ => Task.CompletedTask,
                () => [new ResourceProperty("Value", parameter.Value) { IsSensitive = parameter.Secret }]
            ),
            _ => throw new NotSupportedException($"The local engine cannot run {resource}."),
        };

    private ServerOptions ServerOptions(Resource server, Action<string, bool> log) =>
        new(settings.Workspace.PathOf(server.Name))
        {
            MayInstall = settings.Options.Install,
            Port = settings.Ports.PortFor(server.Name),
            Log = log,
        };

    private ResourceSnapshot Describe(Resource resource, bool takesCommands) =>
        new()
        {
            Name = NameOf(resource),
            DisplayName = resource.Name,
            Type = TypeOf(resource),
            CreatedAt = clock.GetUtcNow(),
            TakesCommands = takesCommands,
            ParentName = resource is PostgresDatabaseResource database ? NameOf(database.Parent) : null,
            Relations =
            [
                .. resource.References.Select(other => new ResourceRelation(other.Name, ResourceRelation.Reference)),
                .. resource.WaitsFor.Select(other => new ResourceRelation(other.Name, ResourceRelation.WaitFor)),
            ],
        };

    private string NameOf(Resource resource) => $"{resource.Name}-{_instanceId}";

    private static string TypeOf(Resource resource) =>
        resource switch
        {
            PostgresServerResource => ResourceTypes.PostgresServer,
            PostgresDatabaseResource => ResourceTypes.PostgresDatabase,
            RabbitMQServerResource => ResourceTypes.RabbitMqServer,
            ParameterResource => ResourceTypes.Parameter,
            _ => ResourceTypes.Project,
        };

    private static ResourceProperty Sensitive(string name, string value) => new(name, value) { IsSensitive = true };
}
