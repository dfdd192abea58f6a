using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace FlowPlatform.ServiceDefaults.Data;

/// <summary>Applies the migrations that the database lacks.</summary>
internal static class Migrations
{
    public static async Task ApplyAsync(ServiceDbContext database, NpgsqlDataSource source)
    {
        // EF's migrator prepares for work before it looks whether there is any: a second, and 20 MB, at each start.
        if (KnownTo(database).IsSubsetOf(await AppliedAsync(source)))
        {
            return;
        }

        await database.Database.MigrateAsync();
    }

    private static HashSet<string> KnownTo(ServiceDbContext database)
    {
        var context = database.GetType();
        return context
            .Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
    }

    private static async Task<HashSet<string>> AppliedAsync(NpgsqlDataSource source)
    {
        var applied = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            await using var ask = source.CreateCommand("""SELECT "MigrationId" FROM "__EFMigrationsHistory" """);
            await using var reader = await ask.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                applied.Add(reader.GetString(0));
            }
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // A new database: nothing is applied.
        }

        return applied;
    }
}
