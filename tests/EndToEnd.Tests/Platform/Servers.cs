using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Npgsql;
using RabbitMQ.Client;

namespace FlowPlatform.EndToEnd.Tests.Platform;

/// <summary>The platform's own servers, as an operator reaches them: what no API shows is read here.</summary>
internal sealed class Servers(string dataDirectory)
{
    public static readonly string[] Databases =
    [
        "identitydb",
        "intakedb",
        "prioritisationdb",
        "boarddb",
        "changesdb",
        "aidb",
    ];

    /// <summary>The first column of each row.</summary>
    public async Task<List<T>> QueryAsync<T>(string database, string sql)
    {
        var password = File.ReadAllText(PathOf("postgres", "password")).Trim();
        await using var connection = new NpgsqlConnection(
            $"Host=127.0.0.1;Port={PortOf("postgres")};Username=postgres;Password={password};Database={database};Pooling=false"
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetFieldValue<T>(0));
        }

        return rows;
    }

    /// <summary>Every queue that holds something, with how much: asked of the queue itself, statistics lag behind.</summary>
    public async Task<Dictionary<string, uint>> WaitingMessagesAsync()
    {
        var password = File.ReadAllText(PathOf("messaging", "password")).Trim();
        var factory = new ConnectionFactory
        {
            Uri = new Uri($"amqp://flow:{Uri.EscapeDataString(password)}@127.0.0.1:{PortOf("messaging")}"),
        };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var waiting = new Dictionary<string, uint>(StringComparer.Ordinal);
        foreach (var queue in await QueuesAsync(password))
        {
            var count = (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
            if (count > 0)
            {
                waiting[queue] = count;
            }
        }

        return waiting;
    }

    private async Task<List<string>> QueuesAsync(string password)
    {
        var port = File.ReadAllLines(PathOf("messaging", "rabbitmq.conf"))
            .Single(line => line.StartsWith("management.tcp.port", StringComparison.Ordinal))
            .Split('=')[1]
            .Trim();
        using var http = new HttpClient();
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"flow:{password}"));
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        var queues = await http.GetFromJsonAsync<JsonArray>($"http://127.0.0.1:{port}/api/queues?columns=name,durable");
        // A bus's own queue for answers lives and dies with its connection.
        return
        [
            .. queues!
                .Where(queue => queue!["durable"]!.GetValue<bool>())
                .Select(queue => queue!["name"]!.GetValue<string>()),
        ];
    }

    private string PortOf(string server) =>
        File.ReadAllLines(PathOf("ports"))
            .Single(line => line.StartsWith($"{server}=", StringComparison.Ordinal))
            .Split('=')[1];

    private string PathOf(params string[] parts) => Path.Combine([dataDirectory, .. parts]);
}
