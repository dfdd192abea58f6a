namespace FlowPlatform.AppHost.LocalEngine.Servers;

/// <summary>A private RabbitMQ node on 127.0.0.1 with its own data directory, password and port mapper.</summary>
internal sealed class RabbitServer : IServer
{
    internal const string UserName = "flow";

    private readonly ServerOptions _options;
    private readonly string _programs;
    private readonly RabbitNode _node;
    private GuardedProcess? _process;

    private RabbitServer(ServerOptions options, string programs)
    {
        _options = options;
        _programs = programs;
        Password = Secret.KeptIn(Path.Combine(options.DataDirectory, "password"));
        _node = new RabbitNode(options.DataDirectory, options.Port ?? FreePort.Next(), FreePort.Next(), Password);
        Management = new RabbitManagement(ManagementUri, UserName, Password);
    }

    internal int Port => _node.Port;

    internal string Password { get; }

    internal Uri ManagementUri => new($"http://127.0.0.1:{_node.ManagementPort}");

    internal RabbitManagement Management { get; }

    public int ProcessId => _process?.Id ?? 0;

    public Task<int> Exited => _process?.Exited ?? Task.FromResult(0);

    internal static async Task<RabbitServer> StartAsync(
        ServerOptions options,
        IProgress<string> progress,
        CancellationToken ct
    )
    {
        var server = await PrepareAsync(options, progress, ct);
        await server.LaunchAsync(ct);
        return server;
    }

    /// <summary>Everything but the start: programs, data directory, password, ports.</summary>
    internal static async Task<RabbitServer> PrepareAsync(
        ServerOptions options,
        IProgress<string> progress,
        CancellationToken ct
    )
    {
        await DebianPackages.EnsureAsync(needsPostgres: false, needsRabbit: true, options.MayInstall, progress, ct);
        var programs =
            ServerBinaries.Rabbit()
            ?? throw new ServerException(
                "RabbitMQ's programs were not found.",
                "Run: sudo apt-get install rabbitmq-server"
            );
        await DataFolder.AwaitLeftoversAsync(options.DataDirectory, ct);
        Directory.CreateDirectory(options.DataDirectory);
        return new RabbitServer(options, programs);
    }

    /// <summary>The address for clients. "/" is the default virtual host.</summary>
    internal string AmqpUri(string virtualHost = "/") =>
        $"amqp://{UserName}:{Uri.EscapeDataString(Password)}@127.0.0.1:{Port}/{Uri.EscapeDataString(virtualHost)}";

    public async Task LaunchAsync(CancellationToken ct)
    {
        _node.WriteConfiguration();
        var said = new Tail();
        var process = GuardedProcess.Start(
            new GuardedProcessStart(
                "sh",
                ["-c", RabbitNode.Script, "rabbit", Path.Combine(_programs, "rabbitmq-server")]
            )
            {
                Environment = _node.Environment(),
                // It needs one second for what matters and five more for its event handlers, which can go by force.
                Grace = TimeSpan.FromSeconds(3),
                Log = Hear,
            }
        );
        _process = process;
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            await said.AwaitReadyAsync("RabbitMQ", Management.AwaitReadyAsync(Port, waiting.Token), process, ct);
        }
        finally
        {
            await waiting.CancelAsync();
        }

        void Hear(string line, bool isError)
        {
            said.Add(line);
            _options.Log(line, isError);
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

        Management.Dispose();
    }
}
