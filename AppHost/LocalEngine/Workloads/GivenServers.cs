using System.Net.Sockets;
using FlowPlatform.AppHost.LocalEngine.Model;
using FlowPlatform.AppHost.LocalEngine.Servers;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace FlowPlatform.AppHost.LocalEngine.Workloads;

/// <summary>Servers of somebody else, named by connection strings. Checked before anything is started.</summary>
internal static class GivenServers
{
    internal const string PostgresVariable = "ConnectionStrings__postgres";
    internal const string MessagingVariable = "ConnectionStrings__messaging";

    internal static async Task UseAsync(PostgresServerResource resource, string connectionString, CancellationToken ct)
    {
        try
        {
            var builder = new NpgsqlConnectionStringBuilder(connectionString);
            builder.Database ??= "postgres";
            builder.Pooling = false;
            await using var connection = new NpgsqlConnection(builder.ConnectionString);
            await connection.OpenAsync(ct);
            resource.Address = new PostgresAddress(
                builder.Host ?? "",
                builder.Port,
                builder.Username ?? "",
                builder.Password ?? "",
                connectionString
            );
        }
        catch (Exception wrong) when (wrong is NpgsqlException or ArgumentException or SocketException)
        {
            throw Wrong(PostgresVariable, wrong, "Host=localhost;Port=5432;Username=postgres;Password=...");
        }
    }

    internal static async Task UseAsync(RabbitMQServerResource resource, string address, CancellationToken ct)
    {
        try
        {
            var factory = new ConnectionFactory { Uri = new Uri(address) };
            await using var connection = await factory.CreateConnectionAsync(ct);
            resource.Address = new RabbitAddress(address);
        }
        catch (Exception wrong) when (wrong is BrokerUnreachableException or ArgumentException or UriFormatException)
        {
            throw Wrong(MessagingVariable, wrong, "amqp://user:password@localhost:5672/virtual-host");
        }
    }

    // The innermost reason is what a person can act on: refused, unknown host, wrong password.
    private static ServerException Wrong(string variable, Exception wrong, string example)
    {
        var reason = wrong.GetBaseException().Message;
        return new ServerException(
            $"The server named by {variable} cannot be used: {reason}",
            $"Correct it (it looks like {example}), or unset it to have a server started here.",
            wrong
        );
    }
}
