using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using Npgsql;

namespace FlowPlatform.Load.Running;

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
        var watch = Stopwatch.StartNew();
        var appHost =
            Process.Start(CommandFor(root, data, gateway))
            ?? throw new InvalidOperationException("dotnet did not start.");
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

    private static ProcessStartInfo CommandFor(string root, string data, Uri gateway)
    {
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
        var command = new ProcessStartInfo("dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        // A few people make all the requests here.
        command.Environment["Gateway__RequestsPerSecond"] = "1000000";
        command.Environment["Gateway__RequestBurst"] = "1000000";
        return command;
    }

    /// <summary>A token of a person of the demo organisation.</summary>
    public async Task<string> TokenAsync(string mailbox)
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(_data, "demo-passwords.txt"));
        var email = $"{mailbox}@flow.example";
        var password = lines.Single(line => line.StartsWith(email, StringComparison.Ordinal)).Split(' ')[1];
        using var client = new HttpClient { BaseAddress = Gateway };
        var grant = new
        {
            grantType = "password",
            email,
            password,
        };
        using var answer = await client.PostAsJsonAsync("/api/identity/tokens", grant);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString()!;
    }

    public HttpClient ClientWith(string token)
    {
        var client = new HttpClient { BaseAddress = Gateway, Timeout = TimeSpan.FromMinutes(10) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Where a service listens itself, past the gateway.</summary>
    public Uri AddressOf(string service) => new(EnvironmentOf(service)["ASPNETCORE_URLS"]);

    /// <summary>The database of a service, past it: of Intake, Board or Prioritisation.</summary>
    public NpgsqlDataSource Database(string service) =>
        NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(DatabaseOf(service)) { MaxPoolSize = 40, MaxAutoPrepare = 10 }
        );

    /// <summary>The connection string of that database.</summary>
    public string DatabaseOf(string service) =>
        EnvironmentOf(service)[$"ConnectionStrings__{service.ToLowerInvariant()}db"];

    /// <summary>What a service was started with.</summary>
    public IReadOnlyDictionary<string, string> EnvironmentOf(string service) =>
        Processes.EnvironmentOf(_data, $"FlowPlatform.{service}.dll");

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Waits until nothing is left to do of what was asked before, such as events on their way: until all processes together take less
    /// than half a core for a second. After two minutes it says so and goes on.
    /// </summary>
    public async Task RestAsync()
    {
        var watch = Stopwatch.StartNew();
        var used = double.MaxValue;
        while (used > 0.5 && watch.Elapsed < Patience)
        {
            var before = CpuSeconds().Values.Sum();
            await Task.Delay(TimeSpan.FromSeconds(1));
            used = CpuSeconds().Values.Sum() - before;
        }

        if (used > 0.5)
        {
            Console.Error.WriteLine($"    not at rest: {used:F1} cores are busy with what was asked before");
        }
    }

    /// <summary>
    /// Does at once what PostgreSQL does by itself within a minute of much that was written, and would do while the next row is measured.
    /// </summary>
    public async Task SettleBoardAsync()
    {
        await using var database = Database("Board");
        foreach (var statement in new[] { "VACUUM (ANALYZE)", "CHECKPOINT" })
        {
            await using var settle = database.CreateCommand(statement);
            settle.CommandTimeout = 0;
            await settle.ExecuteNonQueryAsync();
        }
    }

    public Dictionary<string, double> CpuSeconds() => Processes.CpuSeconds(_data);

    public Dictionary<string, double> Memory() => Processes.Memory(_data);

    public async ValueTask DisposeAsync()
    {
        using var stop = Process.Start("pkill", ["-TERM", "-P", $"{_appHost.Id}"]);
        await _appHost.WaitForExitAsync();
        _appHost.Dispose();
    }

    /// <summary>The checkout that this program was built in.</summary>
    public static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "FlowPlatform.sln")))
            {
                folder = folder.Parent ?? throw new InvalidOperationException("Run it from a checkout.");
            }

            return folder.FullName;
        }
    }

    private static string Configuration =>
        AppContext.BaseDirectory.Contains("release", StringComparison.Ordinal) ? "Release" : "Debug";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
