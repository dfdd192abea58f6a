using FlowPlatform.AppHost.LocalEngine.Running;
using FlowPlatform.AppHost.LocalEngine.Servers;
using FlowPlatform.AppHost.LocalEngine.Workloads;

namespace FlowPlatform.AppHost.LocalEngine.Dashboard;

/// <summary>The dashboard where it is wanted and can be had; otherwise a line that says why there is none.</summary>
internal sealed class OptionalDashboard(EngineOptions options, TimeProvider clock)
{
    private static readonly TimeSpan MayTake = TimeSpan.FromSeconds(20);

    private DashboardHost? _host;

    internal TelemetryTarget? Telemetry => _host?.Telemetry;

    internal async Task PrepareAsync(Workspace workspace, PortBook ports, ConsoleView view, CancellationToken ct)
    {
        try
        {
            _host = options.Dashboard
                ? await DashboardHost.PrepareAsync(options.DashboardPort, workspace, ports, view, clock, ct)
                : null;
        }
        catch (Exception reason) when (reason is ServerException or IOException or UnauthorizedAccessException)
        {
            view.Warn($"Without the dashboard: {reason.Message.TrimEnd('.')}.");
        }
    }

    internal Task StartAsync(Platform platform, ConsoleView view, CancellationToken ct) =>
        _host?.StartAsync(platform.Catalog, platform, fall => view.Warn($"dashboard: {fall.Message}"), ct)
        ?? Task.CompletedTask;

    /// <summary>The address that lets its reader in; null when no dashboard answers.</summary>
    internal async Task<string?> LoginAddressAsync(CancellationToken ct)
    {
        if (_host is not { } host)
        {
            return null;
        }

        var ready = host.Ready;
        await Task.WhenAny(ready, Task.Delay(MayTake, clock, ct));
        return ready.IsCompleted ? host.LoginAddress : null;
    }

    internal void Kill() => _host?.Kill();

    internal ValueTask StopAsync() => _host?.DisposeAsync() ?? ValueTask.CompletedTask;
}
