namespace FlowPlatform.AppHost.LocalEngine.Servers;

/// <summary>A private PostgreSQL on 127.0.0.1 with its own data directory and password.</summary>
internal sealed class PostgresServer : IServer
{
    internal const string UserName = "postgres";

    private readonly ServerOptions _options;
    private readonly PostgresCluster _cluster;
    private GuardedProcess? _process;

    private PostgresServer(ServerOptions options, PostgresCluster cluster)
    {
        _options = options;
        _cluster = cluster;
        Port = options.Port ?? FreePort.Next();
    }

    internal int Port { get; }

    internal string Password => _cluster.Password;

    public int ProcessId => _process?.Id ?? 0;

    public Task<int> Exited => _process?.Exited ?? Task.FromResult(0);

    internal static async Task<PostgresServer> StartAsync(
        ServerOptions options,
        IProgress<string> progress,
        CancellationToken ct
    )
    {
        var server = await PrepareAsync(options, progress, ct);
        await server.LaunchAsync(ct);
        return server;
    }

    /// <summary>Everything but the start: programs, data directory, password, port.</summary>
    internal static async Task<PostgresServer> PrepareAsync(
        ServerOptions options,
        IProgress<string> progress,
        CancellationToken ct
    )
    {
        await DebianPackages.EnsureAsync(needsPostgres: true, needsRabbit: false, options.MayInstall, progress, ct);
        var home = DataFolder.ReachableByServers(options.DataDirectory);
        await DataFolder.AwaitLeftoversAsync(home, ct);
        var cluster = await PostgresCluster.OpenAsync(home, progress, ct);
        return new PostgresServer(options with { DataDirectory = home }, cluster);
    }

    // To ask for encryption by Kerberos, as clients do by default, would load its libraries into every process.
    internal string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={Port};Username={UserName};Password={Password};Database={database};GSS Encryption Mode=Disable";

    public async Task LaunchAsync(CancellationToken ct)
    {
        _cluster.ForgetLostPostmaster();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var said = new Tail();
        var process = GuardedProcess.Start(
            new GuardedProcessStart(Program[0], Program[1..])
            {
                Environment = new Dictionary<string, string?>
                {
                    [DataFolder.Mark] = _options.DataDirectory,
                    ["LC_ALL"] = "C",
                    ["TZ"] = "UTC",
                },
                // Fast shutdown; the default of TERM would wait for every client to leave.
                StopSignal = "INT",
                Log = Hear,
            }
        );
        _process = process;
        await said.AwaitReadyAsync("PostgreSQL", ready.Task, process, ct);

        void Hear(string line, bool isError)
        {
            said.Add(line);
            _options.Log(line, isError);
            if (line.Contains("ready to accept connections", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        }
    }

    public void Kill() => _process?.Kill();

    public Task StopAsync() => _process?.StopAsync() ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private string[] Program =>
        [.. PostgresCluster.AsServerUser, _cluster.Tool("postgres"), "-D", _cluster.Directory, .. Settings()];

    // Sized for one developer's machine: seven services with small pools, data that fit in memory. Durability is
    // PostgreSQL's own: fsync and synchronous commits stay on.
    private IEnumerable<string> Settings()
    {
        string[] settings =
        [
            $"port={Port}",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=300",
            "shared_buffers=128MB",
            "work_mem=8MB",
            "max_wal_size=1GB",
            "checkpoint_timeout=15min",
            "wal_compression=on",
            "random_page_cost=1.1",
            "jit=off",
            // Containers often have a tiny /dev/shm, which parallel queries would fill.
            "max_parallel_workers_per_gather=0",
            "log_timezone=UTC",
            "timezone=UTC",
        ];
        return settings.SelectMany(setting => new[] { "-c", setting });
    }
}
