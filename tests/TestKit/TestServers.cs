using System.Reflection;
using FlowPlatform.AppHost.LocalEngine.Servers;
using Npgsql;

namespace FlowPlatform.TestKit;

/// <summary>
/// One real PostgreSQL and one real RabbitMQ a test process, started by its first test that needs them. They watch their owner and end
/// with it, however it ends.
/// </summary>
public sealed class TestServers
{
    private static readonly Lazy<Task<TestServers>> Started = new(StartAsync);
    private readonly PostgresServer _postgres;
    private readonly RabbitServer _rabbit;

    private TestServers(PostgresServer postgres, RabbitServer rabbit) => (_postgres, _rabbit) = (postgres, rabbit);

    /// <summary>Connection string of the administration database.</summary>
    public string Administration => _postgres.ConnectionString("postgres");

    public static Task<TestServers> GetAsync() => Started.Value;

    public string Database(string name) => _postgres.ConnectionString(name);

    public string VirtualHost(string name) => _rabbit.AmqpUri(name);

    /// <summary>Makes an empty database, or a copy of a template.</summary>
    public async Task<string> CreateDatabaseAsync(string name, string template = "template0")
    {
        await using var connection = new NpgsqlConnection(Administration);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE \"{name}\" TEMPLATE \"{template}\"", connection);
        await create.ExecuteNonQueryAsync();
        return Database(name);
    }

    public async Task<string> CreateVirtualHostAsync(string name)
    {
        await _rabbit.Management.CreateVirtualHostAsync(name, CancellationToken.None);
        return VirtualHost(name);
    }

    private static async Task<TestServers> StartAsync()
    {
        var suite = Assembly.GetEntryAssembly()?.GetName().Name ?? "tests";
        var folder = DataFolder.ReachableByServers(Checkout.PathOf(".flow", "tests", suite));
        var progress = new Progress<string>(Console.WriteLine);
        var postgresFolder = Path.Combine(folder, "postgres");
        var rabbitFolder = Path.Combine(folder, "rabbitmq");
        await EmptyAsync(postgresFolder);
        await EmptyAsync(rabbitFolder);
        // Missing programs are installed once, not by both at the same time.
        await DebianPackages.EnsureAsync(
            needsPostgres: true,
            needsRabbit: true,
            mayInstall: true,
            progress,
            CancellationToken.None
        );
        var postgres = PostgresServer.StartAsync(new ServerOptions(postgresFolder), progress, CancellationToken.None);
        var rabbit = RabbitServer.StartAsync(new ServerOptions(rabbitFolder), progress, CancellationToken.None);
        var servers = new TestServers(await postgres, await rabbit);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            Task.WaitAll(servers._postgres.StopAsync(), servers._rabbit.StopAsync());
        return servers;
    }

    // A run starts from nothing; what an earlier run left must not colour it.
    private static async Task EmptyAsync(string folder)
    {
        await DataFolder.AwaitLeftoversAsync(folder, CancellationToken.None);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
