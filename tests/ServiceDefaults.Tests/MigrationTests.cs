using FlowPlatform.SampleService.Data;
using FlowPlatform.TestKit;
using Npgsql;

namespace FlowPlatform.ServiceDefaults.Tests;

public sealed class MigrationTests
{
    [Fact]
    public void Given_the_migrations_Then_their_scripts_are_the_committed_ones() =>
        MigrationScripts.ShouldMatch<SampleDbContext>("tests", "SampleService");

    [Fact]
    public async Task Given_three_at_once_on_an_empty_database_Then_each_migration_is_applied_once()
    {
        await using var database = await NewDatabaseAsync();

        var ended = await Task.WhenAll(MigrateAsync(database), MigrateAsync(database), MigrateAsync(database));

        ended.ShouldAllBe(one => one.ExitCode == 0);
        (await AskAsync(database, """SELECT count(*) FROM "__EFMigrationsHistory" """)).ShouldBe(1L);
        (await AskAsync(database, "SELECT count(*) FROM notes")).ShouldBe(0L);
    }

    [Fact]
    public async Task Given_a_table_in_the_way_Then_the_verb_fails_and_leaves_nothing_half_done()
    {
        await using var database = await NewDatabaseAsync();
        await AskAsync(database, "CREATE TABLE people (name text)");

        var (exitCode, said) = await MigrateAsync(database);

        exitCode.ShouldBe(1);
        said.ShouldContain("\"people\" already exists");
        said.ShouldNotContain("   at ", Case.Sensitive, "nobody wants to read where in the code");
        (await AskAsync(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")).ShouldBe(1L);
    }

    [Fact]
    public async Task Given_no_such_server_Then_the_verb_says_so_in_a_line()
    {
        var (exitCode, said) = await ServiceVerb.RunAsync(
            typeof(SampleDbContext).Assembly,
            [
                new("ConnectionStrings:sampledb", "Host=127.0.0.1;Port=9;Username=nobody;Database=sampledb"),
                new("ConnectionStrings:messaging", (await TestServers.GetAsync()).VirtualHost("/")),
            ],
            "migrate"
        );

        exitCode.ShouldBe(1);
        said.ShouldContain("was not migrated");
        said.ShouldContain("127.0.0.1:9");
        said.ShouldNotContain("   at ");
    }

    private static async Task<NpgsqlDataSource> NewDatabaseAsync() =>
        NpgsqlDataSource.Create(
            await (await TestServers.GetAsync()).CreateDatabaseAsync($"t_{Guid.CreateVersion7():N}")
        );

    private static async Task<(int ExitCode, string Said)> MigrateAsync(NpgsqlDataSource database) =>
        await ServiceVerb.RunAsync(
            typeof(SampleDbContext).Assembly,
            [
                new("ConnectionStrings:sampledb", (await TestServers.GetAsync()).Database(NameOf(database))),
                new("ConnectionStrings:messaging", (await TestServers.GetAsync()).VirtualHost("/")),
            ],
            "migrate"
        );

    private static string NameOf(NpgsqlDataSource database) =>
        new NpgsqlConnectionStringBuilder(database.ConnectionString).Database!;

    private static async Task<object?> AskAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
