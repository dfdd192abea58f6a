using System.Diagnostics;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace FlowPlatform.ServiceDefaults.Data;

/// <summary>Whether the database lacks migrations, and how it gets them.</summary>
internal static class Migrations
{
    /// <summary>Cheaper than to ask EF, whose migrator prepares for work before it looks: a second, and 20 MB, at each start.</summary>
    public static async Task<bool> AreMissingAsync(ServiceDbContext database, NpgsqlDataSource source) =>
        !KnownTo(database).IsSubsetOf(await AppliedAsync(source));

    /// <summary>Runs this program's verb "migrate" and waits: what a migration loads would stay in a process that serves.</summary>
    public static async Task ApplyInOwnProcessAsync()
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("This process has no program.");
        string[] words =
            Path.GetFileNameWithoutExtension(program) == "dotnet"
                ? [Environment.GetCommandLineArgs()[0], ServiceHosting.MigrateVerb]
                : [ServiceHosting.MigrateVerb];
        using var migration =
            Process.Start(new ProcessStartInfo(program, words) { UseShellExecute = false })
            ?? throw new InvalidOperationException($"{program} did not start.");
        await migration.WaitForExitAsync();
        if (migration.ExitCode != 0)
        {
            throw new InvalidOperationException("The database's migrations failed; the reason stands above.");
        }
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
