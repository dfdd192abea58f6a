namespace FlowPlatform.AppHost.LocalEngine.Servers;

/// <summary>Files and environment of a private RabbitMQ node.</summary>
internal sealed class RabbitNode(string home, int port, int managementPort, string password)
{
    // Erlang starts its port mapper as a daemon that would outlive us, unless one already listens: so it is started
    // here, as a member of the group that the guard ends.
    internal const string Script = """
        epmd=$(command -v epmd || ls -d /usr/lib/erlang/erts-*/bin/epmd | tail -n 1)
        "$epmd" -port "$ERL_EPMD_PORT" -address 127.0.0.1 </dev/null >/dev/null 2>&1 &
        tries=100
        until "$epmd" -port "$ERL_EPMD_PORT" -names >/dev/null 2>&1 || [ "$tries" -eq 0 ]; do
            sleep 0.05
            tries=$((tries - 1))
        done
        exec "$1"
        """;

    private readonly int _mapperPort = FreePort.Next();
    private readonly int _distributionPort = FreePort.Next();

    internal int Port { get; } = port;

    internal int ManagementPort { get; } = managementPort;

    private string ConfigurationFile => Path.Combine(home, "rabbitmq.conf");

    private string PluginsFile => Path.Combine(home, "enabled_plugins");

    internal void WriteConfiguration()
    {
        Secret.WritePrivately(
            ConfigurationFile,
            $"""
            listeners.tcp.1 = 127.0.0.1:{Port}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {ManagementPort}
            default_user = {RabbitServer.UserName}
            default_pass = {password}
            collect_statistics_interval = 10000
            disk_free_limit.absolute = 100MB
            log.file = false
            log.console = true
            log.console.level = info

            """
        );
        File.WriteAllText(PluginsFile, "[rabbitmq_management].\n");
    }

    internal Dictionary<string, string?> Environment() =>
        new()
        {
            [DataFolder.Mark] = home,
            ["HOME"] = home,
            // Keeps colour codes out of the log.
            ["TERM"] = "dumb",
            ["RABBITMQ_NODENAME"] = "flow@localhost",
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(home, "data"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(home, "log"),
            ["RABBITMQ_CONFIG_FILE"] = ConfigurationFile,
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = PluginsFile,
            ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
            ["RABBITMQ_DIST_PORT"] = $"{_distributionPort}",
            ["ERL_EPMD_PORT"] = $"{_mapperPort}",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            // Erlang itself takes the guard's signals in this mode, without a shell in between.
            ["RABBITMQ_ALLOW_INPUT"] = "true",
            // No port beyond loopback; no busy waiting, which on a small machine takes the processor from the services.
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
                "-noinput -kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none +sbwtdio none",
        };
}
