using FlowPlatform.AppHost.LocalEngine.Dashboard;
using FlowPlatform.AppHost.LocalEngine.Demo;
using FlowPlatform.AppHost.LocalEngine.Resources;
using FlowPlatform.AppHost.LocalEngine.Servers;

namespace FlowPlatform.AppHost.LocalEngine.Running;

/// <summary>One run of the platform, from the first check to the last process's end.</summary>
internal sealed class Engine(EngineOptions options, IReadOnlyList<Resource> resources, TimeProvider clock)
{
    private readonly ConsoleView _view = new();
    private readonly OptionalDashboard _dashboard = new(options, clock);
    private readonly TaskCompletionSource _failed = new();
    private Platform? _platform;
    private CancellationToken _end;

    internal void KillAll()
    {
        _platform?.KillAll();
        _dashboard.Kill();
    }

    internal async Task RunAsync(CancellationToken ct)
    {
        _end = ct;
        using var workspace = await Workspace.OpenAsync(options, ct);
        var preflight = new Preflight(options, resources, _view);
        preflight.CheckPorts();
        await preflight.UseGivenServersAsync(ct);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var build = new BuildStep(options, resources, _view).RunAsync(workspace, ending.Token);
        try
        {
            await preflight.InstallAsync(ct);
            var ports = new PortBook(workspace.PathOf("ports"));
            var dashboard = _dashboard.PrepareAsync(workspace, ports, _view, ct);
            _platform = Create(workspace, ports, Task.WhenAll(build, dashboard));
            _platform.Start();
            await dashboard;
            await _dashboard.StartAsync(_platform, _view, ct);
            await _view.WhileAsync(
                () => $"waiting for {string.Join(", ", _platform.Awaited())}",
                ReadyAsync(build, ct)
            );
            await TellStoryAsync(workspace, ct);
            Welcome.Show(_view, resources, workspace, await _dashboard.LoginAddressAsync(ct));
            await Task.Delay(Timeout.Infinite, ct);
        }
        finally
        {
            await ending.CancelAsync();
            await StopAsync(build);
        }
    }

    private Platform Create(Workspace workspace, PortBook ports, Task preparation)
    {
        var settings = new RunSettings(options, workspace, ports, preparation)
        {
            Telemetry = () => _dashboard.Telemetry,
            Progress = _view,
            OnFall = OnFall,
        };
        return new PlatformFactory(settings, clock).Create(resources);
    }

    private async Task ReadyAsync(Task build, CancellationToken ct)
    {
        var platform = _platform ?? throw new InvalidOperationException("Nothing was started.");
        var ready = Task.WhenAll(platform.Supervisors.Select(ReportAsync));
        var first = await Task.WhenAny(ready, _failed.Task, FailureOf(build), Task.Delay(Timeout.Infinite, ct));
        await first;
    }

    private async Task ReportAsync(Supervisor supervisor)
    {
        await supervisor.Healthy;
        var resource = _platform?.Catalog.Find(supervisor.Name);
        if (resource is { TakesCommands: true })
        {
            _view.Done($"{resource.DisplayName} ready");
        }
    }

    private static async Task FailureOf(Task build)
    {
        await build;
        await Task.Delay(Timeout.Infinite);
    }

    private void OnFall(Supervisor supervisor, ServerException fall)
    {
        if (_end.IsCancellationRequested)
        {
            return;
        }

        var resource = _platform?.Catalog.Find(supervisor.Name);
        var hasServed = resource?.StartedAt is not null;
        if (!hasServed && resource?.Type != ResourceTypes.Project)
        {
            _failed.TrySetException(fall);
            return;
        }

        _view.Warn($"{resource?.DisplayName}: {fall.Message} It is started again.");
        if (hasServed)
        {
            _ = ReportAsync(supervisor);
        }
    }

    private async Task TellStoryAsync(Workspace workspace, CancellationToken ct)
    {
        var gateway = resources.SelectMany(resource => resource.Endpoints).FirstOrDefault(known => known.IsExternal);
        if (!options.Demo || gateway is null)
        {
            return;
        }

        try
        {
            await DemoStory.TellAsync(new Uri(gateway.Url), workspace.PasswordFile, _view, clock, ct);
        }
        catch (Exception unfinished) when (unfinished is ServerException or HttpRequestException)
        {
            _view.Warn($"{unfinished.Message} The platform runs without the rest of the story.");
        }
    }

    private async Task StopAsync(Task build)
    {
        if (_platform is { } platform)
        {
            _view.Report("stopping");
            await platform.StopProjectsAsync();
            await Task.WhenAll(platform.StopRestAsync(), _dashboard.StopAsync().AsTask());
            _view.Done("stopped");
        }

        await build.ContinueWith(_ => { }, TaskScheduler.Default);
    }
}
