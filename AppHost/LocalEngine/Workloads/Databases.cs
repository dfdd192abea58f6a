using FlowPlatform.AppHost.LocalEngine.Servers;
using Npgsql;

namespace FlowPlatform.AppHost.LocalEngine.Workloads;

internal static class Databases
{
    internal static async Task CreateAsync(PostgresDatabaseResource database, CancellationToken ct)
    {
        try
        {
            var server = new NpgsqlConnectionStringBuilder(database.Parent.ConnectionString) { Pooling = false };
            await using var connection = new NpgsqlConnection(server.ConnectionString);
            await connection.OpenAsync(ct);
            await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection);
            exists.Parameters.Add(new NpgsqlParameter { Value = database.DatabaseName });
            if (await exists.ExecuteScalarAsync(ct) is null)
            {
                var name = new NpgsqlCommandBuilder().QuoteIdentifier(database.DatabaseName);
                await using var create = new NpgsqlCommand($"create database {name}", connection);
                await create.ExecuteNonQueryAsync(ct);
            }
        }
        catch (NpgsqlException wrong)
        {
            throw new ServerException(
                $"The database {database.DatabaseName} could not be made: {wrong.GetBaseException().Message}",
                "The user needs the right to create databases.",
                wrong
            );
        }
    }
}
