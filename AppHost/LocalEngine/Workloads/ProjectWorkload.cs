using System.Net.Sockets;
using FlowPlatform.AppHost.LocalEngine.Resources;
using FlowPlatform.AppHost.LocalEngine.Servers;

namespace FlowPlatform.AppHost.LocalEngine.Workloads;

/// <summary>What a project's process is started with, apart from the project itself.</summary>
internal sealed record ProjectSettings(string InstanceId, Func<TelemetryTarget?> Telemetry, Task Preparation)
{
    internal required Action<string, bool> Log { get; init; }

    internal required TimeSpan Grace { get; init; }
}

/// <summary>A service: its built program as a process of its own, with a health check over HTTP.</summary>
internal sealed class ProjectWorkload(ProjectResource project, ProjectSettings settings, TimeProvider clock) : IWorkload
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero })
    {
        Timeout = TimeSpan.FromSeconds(5),
    };

    // Each question to one that does not listen yet is an exception, and seven are asked while all of them start.
    private static readonly TimeSpan AskEvery = TimeSpan.FromMilliseconds(250);

    private GuardedProcess? _process;
    private Dictionary<string, string?> _environment = [];

    public Task<int> Exited => _process?.Exited ?? Task.FromResult(0);

    public Task Preparation => settings.Preparation;

    private string Program { get; } = BuildOutput.ProgramOf(project.ProjectPath);

    private Uri? HealthAddress => project.HealthPath is { } path ? new Uri(project.Endpoints[0].Url + path) : null;

    public async Task LaunchAsync(CancellationToken ct)
    {
        _environment = ServiceEnvironment.Of(project, settings.InstanceId, settings.Telemetry());
        var said = new Tail();
        var process = GuardedProcess.Start(
            new GuardedProcessStart(BuildOutput.Dotnet, [Program, .. project.Arguments])
            {
                Environment = _environment,
                WorkingDirectory = Path.GetDirectoryName(Program),
                Grace = settings.Grace,
                Log = (line, isError) =>
                {
                    said.Add(line);
                    settings.Log(line, isError);
                },
            }
        );
        _process = process;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            await said.AwaitReadyAsync(project.Name, AwaitReadyAsync(waiting.Token), process, ct);
        }
        finally
        {
            await waiting.CancelAsync();
        }
    }

    public Task StopAsync() => _process?.StopAsync() ?? Task.CompletedTask;

    public void Kill() => _process?.Kill();

    public async Task<ResourceHealth?> CheckAsync(CancellationToken ct)
    {
        if (HealthAddress is not { } address)
        {
            return null;
        }

        var (isHealthy, answer) = await AskAsync(address, ct);
        return new ResourceHealth("ready", isHealthy, isHealthy ? "" : answer) { LastRunAt = clock.GetUtcNow() };
    }

    public ResourceSnapshot Describe(ResourceSnapshot snapshot) =>
        snapshot with
        {
            Environment = [.. _environment.Select(variable => new EnvironmentVariable(variable.Key, variable.Value))],
            Urls = [.. project.Endpoints.Select(endpoint => new ResourceUrl(endpoint.Name, endpoint.Url))],
            Properties =
            [
                new(PropertyNames.ProjectPath, project.ProjectPath),
                new(PropertyNames.ExecutablePath, "dotnet"),
                new(PropertyNames.ExecutableArguments, [Program, .. project.Arguments]),
                new(PropertyNames.ExecutableWorkDirectory, Path.GetDirectoryName(Program) ?? ""),
                .. _process is { } process
                    ? [new ResourceProperty(PropertyNames.ProcessId, $"{process.Id}")]
                    : Array.Empty<ResourceProperty>(),
            ],
        };

    private async Task AwaitReadyAsync(CancellationToken ct)
    {
        while (HealthAddress is { } address && !(await AskAsync(address, ct)).IsHealthy)
        {
            await Task.Delay(AskEvery, clock, ct);
        }
    }

    private static async Task<(bool IsHealthy, string Answer)> AskAsync(Uri address, CancellationToken ct)
    {
        try
        {
            using var answer = await Http.GetAsync(address, ct);
            return (answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(ct));
        }
        catch (Exception silent) when (silent is HttpRequestException or SocketException or IOException)
        {
            return (false, silent.Message);
        }
        catch (TaskCanceledException) when (!ct.IsCancellationRequested)
        {
            return (false, "It did not answer within five seconds.");
        }
    }
}
