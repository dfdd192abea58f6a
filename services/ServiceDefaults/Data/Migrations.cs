using System.Reflection;
using Npgsql;

namespace FlowPlatform.ServiceDefaults.Data;

/// <summary>
/// Brings a database up to the service's schema, with the SQL that lies beside each migration in the service's program. EF writes that SQL
/// when a migration is made; to have it written anew by each process that starts costs seconds, and memory that a process keeps.
/// </summary>
internal static class Migrations
{
    private const string Folder = "migrations/";

    /// <summary>Applies what is missing as a verb of the command line: what hinders it is told in a line. Returns the exit code.</summary>
    public static async Task<int> RunAsync(Assembly program, NpgsqlDataSource source)
    {
        try
        {
            await ApplyAsync(program, source);
            return 0;
        }
        catch (NpgsqlException e)
        {
            await Console.Error.WriteLineAsync($"The database was not migrated, and is as it was: {e.Message}");
            return 1;
        }
    }

    /// <summary>Applies what is missing, all of it or nothing; whoever comes second waits and finds nothing to do.</summary>
    private static async Task ApplyAsync(Assembly program, NpgsqlDataSource source)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await ExecuteAsync(connection, "SELECT pg_advisory_xact_lock(hashtextextended('migrations', 0))");
            var applied = await AppliedAsync(connection);
            foreach (var id in KnownTo(program).Where(id => !applied.Contains(id)))
            {
                await ExecuteAsync(connection, await ScriptAsync(program, id));
            }

            await transaction.CommitAsync();
        }

        // A migration may have brought an extension with types of its own.
        await connection.ReloadTypesAsync();
    }

    private static IEnumerable<string> KnownTo(Assembly program) =>
        program
            .GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => Path.GetFileNameWithoutExtension(name[Folder.Length..]))
            .Order(StringComparer.Ordinal);

    private static async Task<HashSet<string>> AppliedAsync(NpgsqlConnection connection)
    {
        await using var exists = new NpgsqlCommand(
            """SELECT to_regclass('"__EFMigrationsHistory"') IS NOT NULL""",
            connection
        );
        if (await exists.ExecuteScalarAsync() is not true)
        {
            return [];
        }

        await using var ask = new NpgsqlCommand("""SELECT "MigrationId" FROM "__EFMigrationsHistory" """, connection);
        await using var reader = await ask.ExecuteReaderAsync();
        var applied = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            applied.Add(reader.GetString(0));
        }

        return applied;
    }

    private static async Task<string> ScriptAsync(Assembly program, string id)
    {
        await using var resource =
            program.GetManifestResourceStream($"{Folder}{id}.sql")
            ?? throw new InvalidOperationException($"The program has no script of migration {id}.");
        using var reader = new StreamReader(resource);
        return await reader.ReadToEndAsync();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
