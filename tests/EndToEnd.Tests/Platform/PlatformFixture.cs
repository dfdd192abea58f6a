using System.Collections.Concurrent;
using System.Diagnostics;
using FlowPlatform.AppHost.LocalEngine.Servers;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.TestKit;
using Xunit.Sdk;

[assembly: AssemblyFixture(typeof(PlatformFixture))]

namespace FlowPlatform.EndToEnd.Tests.Platform;

/// <summary>The whole platform, started by AppHost as a person would start it, once for all tests of this project.</summary>
public sealed class PlatformFixture : IAsyncLifetime
{
    /// <summary>Two projects share these lines; each has data of its own, and the page's tests begin with the demo's story.</summary>
    private static readonly bool IsForThePage =
        typeof(PlatformFixture).Assembly.GetName().Name == "FlowPlatform.Web.Tests";
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(4);
    private readonly ConcurrentQueue<string> _said = new();
    private readonly int _port = FreePort.Next();
    private readonly int _dashboardPort = FreePort.Next();
    private Process? _appHost;

    public Uri Gateway => new($"http://localhost:{_port}");

    public Uri Dashboard => new($"http://localhost:{_dashboardPort}");

    public string DataDirectory { get; } =
        DataFolder.ReachableByServers(Checkout.PathOf(".flow", IsForThePage ? "web" : "end-to-end"));

    public DemoPeople People { get; private set; } = null!;

    public string Said => string.Join('\n', _said);

    public async ValueTask InitializeAsync()
    {
        var program = Checkout.PathOf("artifacts", "bin", "AppHost", Configuration, "FlowPlatform.AppHost.dll");
        string[] arguments =
        [
            program,
            $"--port={_port}",
            $"--dashboard-port={_dashboardPort}",
            $"--data={DataDirectory}",
            "--reset",
            "--no-build",
            .. IsForThePage ? ["--demo"] : Array.Empty<string>(),
        ];
        _appHost =
            Process.Start(
                new ProcessStartInfo("dotnet", arguments)
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    WorkingDirectory = Checkout.Root,
                }
            ) ?? throw new InvalidOperationException("dotnet did not start.");
        _appHost.OutputDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _appHost.ErrorDataReceived += (_, line) => _said.Enqueue(line.Data ?? "");
        _appHost.BeginOutputReadLine();
        _appHost.BeginErrorReadLine();
        await StartedAsync();
        People = await DemoPeople.SignInAsync(Gateway, Path.Combine(DataDirectory, "demo-passwords.txt"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_appHost is null)
        {
            return;
        }

        using var stop = Process.Start("kill", ["-TERM", $"{_appHost.Id}"]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await _appHost.WaitForExitAsync(patience.Token);
        _appHost.Dispose();
    }

    /// <summary>Ends the process of a service or server at once, as a crash would. AppHost starts it again.</summary>
    public void Kill(string resource)
    {
        var victims = PlatformProcesses.Find(resource, DataDirectory);
        victims.ShouldNotBeEmpty($"a process of {resource}");
        // A child that a server has just forked looks like it for an instant; the parent has the lower number.
        using var kill = Process.Start("kill", ["-KILL", $"{victims.Min()}"]);
        kill.WaitForExit();
    }

    public bool IsRunning(string resource) => PlatformProcesses.Find(resource, DataDirectory).Count > 0;

    private static string Configuration =>
        AppContext.BaseDirectory.Contains("release", StringComparison.OrdinalIgnoreCase) ? "release" : "debug";

    private async Task StartedAsync()
    {
        var watch = Stopwatch.StartNew();
        while (!_said.Any(line => line.Contains("The platform runs", StringComparison.Ordinal)))
        {
            if (_appHost!.HasExited || watch.Elapsed > StartsWithin)
            {
                throw new XunitException(
                    $"The platform did not start within {watch.Elapsed.TotalSeconds:F0} s:\n{Said}"
                );
            }

            await Task.Delay(200);
        }
    }
}
