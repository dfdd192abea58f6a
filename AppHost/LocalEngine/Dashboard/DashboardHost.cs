using FlowPlatform.AppHost.LocalEngine.Resources;
using FlowPlatform.AppHost.LocalEngine.Running;
using FlowPlatform.AppHost.LocalEngine.Servers;
using FlowPlatform.AppHost.LocalEngine.Workloads;

namespace FlowPlatform.AppHost.LocalEngine.Dashboard;

/// <summary>The dashboard of one run, with the resource service that it reads. The platform runs without it too.</summary>
internal sealed class DashboardHost : IAsyncDisposable
{
    private const string Name = "aspire-dashboard";

    private readonly string _program;
    private readonly DashboardSettings _settings;
    private readonly LogFile _log;
    private readonly TimeProvider _clock;
    private readonly IReadOnlyDictionary<string, string?> _environment;
    private ResourceServiceHost? _service;
    private Supervisor? _supervisor;

    private DashboardHost(
        string program,
        IReadOnlyDictionary<string, string?> environment,
        DashboardSettings settings,
        LogFile log,
        TimeProvider clock
    )
    {
        _program = program;
        _environment = environment;
        _settings = settings;
        _log = log;
        _clock = clock;
    }

    /// <summary>Where the services send their telemetry; known before the dashboard runs.</summary>
    internal TelemetryTarget Telemetry => new(_settings.OtlpAddress, _settings.Keys.Telemetry);

    /// <summary>The address that lets its reader in.</summary>
    internal string LoginAddress => _settings.LoginAddress;

    /// <summary>Fetches the dashboard where it is not there yet; a <see cref="ServerException"/> says why it cannot be had.</summary>
    internal static async Task<DashboardHost> PrepareAsync(
        int port,
        Workspace workspace,
        PortBook ports,
        IProgress<string> progress,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (!FreePort.IsFree(port))
        {
            throw new ServerException($"port {port} is in use; give it another with --dashboard-port");
        }

        var program = new DashboardProgram(workspace.PathOf(Path.Combine("tools", "dashboard")));
        var path = await program.EnsureAsync(progress, ct);
        var settings = new DashboardSettings(
            port,
            ports.PortFor("dashboard-otlp"),
            ports.PortFor("dashboard-otlp-http"),
            DashboardKeys.KeptIn(workspace.PathOf("dashboard"))
        );
        var log = new LogFile(workspace.Logs, Name, clock);
        return new DashboardHost(path, program.Environment, settings, log, clock);
    }

    /// <summary>Completes when it answers.</summary>
    internal Task Ready => _supervisor?.Healthy ?? Task.CompletedTask;

    /// <summary>Starts it beside the platform and keeps it running.</summary>
    internal async Task StartAsync(
        ResourceCatalog catalog,
        IResourceCommands commands,
        Action<ServerException> onFall,
        CancellationToken ct
    )
    {
        var calls = new ResourceServiceCalls("FlowPlatform", catalog, commands, _clock);
        _service = await ResourceServiceHost.StartAsync(calls, _settings.Keys.ResourceService, ct);
        catalog.Put(
            new ResourceSnapshot
            {
                Name = Name,
                DisplayName = Name,
                Type = ResourceTypes.Executable,
                CreatedAt = _clock.GetUtcNow(),
                IsHidden = true,
                TakesCommands = false,
            }
        );
        var workload = new DashboardWorkload(ToStart(_service.Address, catalog.LogOf(Name)));
        _supervisor = new Supervisor(Name, workload, [], catalog, (_, fall) => onFall(fall), _clock);
        _supervisor.Start();
    }

    internal void Kill() => _supervisor?.Kill();

    public async ValueTask DisposeAsync()
    {
        if (_supervisor is { } supervisor)
        {
            await supervisor.StopAsync();
            supervisor.Dispose();
        }

        if (_service is { } service)
        {
            await service.DisposeAsync();
        }

        _log.Dispose();
    }

    private DashboardStart ToStart(Uri resourceService, ConsoleLog console)
    {
        var environment = _settings.Environment(resourceService);
        foreach (var (name, value) in _environment)
        {
            environment[name] = value;
        }

        return new DashboardStart(_program, environment, new Uri(_settings.Address))
        {
            Log = (line, isError) =>
            {
                console.Append(line, isError);
                _log.Append(line);
            },
        };
    }
}
