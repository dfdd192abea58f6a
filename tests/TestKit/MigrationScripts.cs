using FlowPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shouldly;

namespace FlowPlatform.TestKit;

/// <summary>The SQL beside each migration, which is what the verb migrate runs, is what EF makes of that migration.</summary>
public static class MigrationScripts
{
    /// <summary>
    /// Fails when the model has changes that no migration has, or a script differs from its migration. With UPDATE_SNAPSHOTS=1 in the
    /// environment the scripts are written instead. The project is given as the folders that lead to it.
    /// </summary>
    public static void ShouldMatch<TContext>(params string[] project)
        where TContext : ServiceDbContext
    {
        // It is never connected.
        var options = new DbContextOptionsBuilder<TContext>().UseNpgsql().Options;
        using var database =
            (TContext?)Activator.CreateInstance(typeof(TContext), options)
            ?? throw new InvalidOperationException($"{typeof(TContext)} was not made.");
        database.Database.HasPendingModelChanges().ShouldBeFalse("the model has changes that no migration has");
        var migrator = database.GetService<IMigrator>();
        var before = Migration.InitialDatabase;
        foreach (var id in database.Database.GetMigrations())
        {
            // The caller's transaction holds all scripts together.
            var script = migrator.GenerateScript(before, id, MigrationsSqlGenerationOptions.NoTransactions);
            ShouldBeWrittenAs(
                Checkout.PathOf([.. project, "Data", "Migrations", $"{id}.sql"]),
                script.ReplaceLineEndings("\n")
            );
            before = id;
        }
    }

    private static void ShouldBeWrittenAs(string path, string script)
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, script);
        }

        File.Exists(path).ShouldBeTrue($"{path} is missing: run with UPDATE_SNAPSHOTS=1");
        script.ShouldBe(File.ReadAllText(path), $"{path} is not what its migration says: run with UPDATE_SNAPSHOTS=1");
    }
}
