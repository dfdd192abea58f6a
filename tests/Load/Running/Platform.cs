using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace FlowPlatform.Load;

/// <summary>A platform of its own for the benchmark: fresh data, ports of its own, started by AppHost like any other.</summary>
internal sealed class Platform : IAsyncDisposable
{
    private readonly Process _appHost;
    private readonly string _data;

    private Platform(Process appHost, Uri gateway, string data, TimeSpan startedIn) =>
        (_appHost, Gateway, _data, StartedIn) = (appHost, gateway, data, startedIn);

    public Uri Gateway { get; }

    /// <summary>From the command to the line that says that everything is healthy.</summary>
    public TimeSpan StartedIn { get; }

    public static async Task<Platform> StartAsync(string root)
    {
        var data = Path.Combine(root, ".flow", "load");
        var gateway = new Uri($"http://localhost:{FreePort()}");
        string[] arguments =
        [
            "run",
            "--no-build",
            "--configuration",
            Configuration,
            "--project",
            Path.Combine(root, "AppHost"),
            "--",
            $"--port={gateway.Port}",
            $"--dashboard-port={FreePort()}",
            $"--data={data}",
            "--reset",
        ];
        var watch = Stopwatch.StartNew();
        var appHost =
            Process.Start(
                new ProcessStartInfo("dotnet", arguments) { UseShellExecute = false, RedirectStandardOutput = true }
            ) ?? throw new InvalidOperationException("dotnet did not start.");
        while (await appHost.StandardOutput.ReadLineAsync() is { } line)
        {
            Console.Error.WriteLine(line);
            if (line.Contains("The platform runs", StringComparison.Ordinal))
            {
                _ = appHost.StandardOutput.ReadToEndAsync();
                return new Platform(appHost, gateway, data, watch.Elapsed);
            }
        }

        throw new InvalidOperationException("The platform did not start; what it said stands above.");
    }

    /// <summary>A client with the token of a person of the demo organisation.</summary>
    public async Task<HttpClient> SignInAsync(string mailbox)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(_data, "demo-passwords.txt"));
        var email = $"{mailbox}@flow.example";
        var password = lines.Single(line => line.StartsWith(email, StringComparison.Ordinal)).Split(' ')[1];
        var handler = new SocketsHttpHandler { MaxConnectionsPerServer = 256 };
        var client = new HttpClient(handler) { BaseAddress = Gateway, Timeout = TimeSpan.FromMinutes(5) };
        var grant = new
        {
            grantType = "password",
            email,
            password,
        };
        using var answer = await client.PostAsJsonAsync("/api/identity/tokens", grant);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Resident memory of each process of the platform, in MB.</summary>
    public IReadOnlyDictionary<string, long> Memory() =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(folder => (Id: Path.GetFileName(folder), Name: NameOf(folder)))
            .Where(process => process.Name is not null)
            .Select(process => (process.Name!, Process.GetProcessById(int.Parse(process.Id)).WorkingSet64 >> 20))
            .GroupBy(process => process.Item1, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(process => process.Item2), StringComparer.Ordinal);

    public async ValueTask DisposeAsync()
    {
        using var stop = Process.Start("pkill", ["-TERM", "-P", $"{_appHost.Id}"]);
        await _appHost.WaitForExitAsync();
        _appHost.Dispose();
    }

    private static string Configuration =>
        AppContext.BaseDirectory.Contains("release", StringComparison.Ordinal) ? "Release" : "Debug";

    private string? NameOf(string folder)
    {
        try
        {
            var mine = File.ReadAllText($"{folder}/environ").Contains(_data, StringComparison.Ordinal);
            var words = File.ReadAllText($"{folder}/cmdline").Split('\0');
            return mine
                ? words
                    .Select(Path.GetFileName)
                    .FirstOrDefault(word => word!.StartsWith("FlowPlatform.", StringComparison.Ordinal))
                : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
