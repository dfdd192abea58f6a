using FlowPlatform.Load.Running;
using FlowPlatform.Load.Scenarios;
using Npgsql;

namespace FlowPlatform.Load.Limits;

/// <summary>What the platform's PostgreSQL commits at most: single-row transactions, as pgbench would send them.</summary>
internal static class SingleRows
{
    public static async Task<IReadOnlyList<Measurement>> RunAsync(Bench bench)
    {
        await using var database = bench.Platform.Database("Intake");
        await using (var create = database.CreateCommand("CREATE TABLE IF NOT EXISTS load_row (id uuid PRIMARY KEY)"))
        {
            await create.ExecuteNonQueryAsync();
        }

        return [await CommitAsync(bench, database, 1), await CommitAsync(bench, database, 32)];
    }

    private static Task<Measurement> CommitAsync(Bench bench, NpgsqlDataSource database, int clients)
    {
        Func<Task<bool>> commit = async () =>
        {
            await using var insert = database.CreateCommand("INSERT INTO load_row VALUES ($1)");
            insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() });
            return await insert.ExecuteNonQueryAsync() == 1;
        };
        return bench.Measure.RunAsync("limit: single-row commits", [.. Enumerable.Repeat(commit, clients)]);
    }
}
