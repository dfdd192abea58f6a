using FlowPlatform.Load.Running;
using FlowPlatform.Load.Scenarios;
using Npgsql;

namespace FlowPlatform.Load.Limits;

/// <summary>
/// What PostgreSQL alone does of a move: under the board's lock a card's row changes, its transition and an outbox row are added. One
/// round trip, no rule looked at, nobody told.
/// </summary>
internal static class MoveRows
{
    private const int Clients = 32;
    private const string Text =
        "a transition or a message of about the size that the services write, a hundred bytes of text";

    private static readonly string[] Schema =
    [
        "CREATE TABLE IF NOT EXISTS load_card (id int PRIMARY KEY, place int NOT NULL)",
        "CREATE TABLE IF NOT EXISTS load_transition (id uuid PRIMARY KEY, card int NOT NULL, what text NOT NULL)",
        "CREATE TABLE IF NOT EXISTS load_message (id uuid PRIMARY KEY, body text NOT NULL)",
        $"INSERT INTO load_card SELECT number, 0 FROM generate_series(0, {Clients - 1}) AS number ON CONFLICT DO NOTHING",
    ];

    public static async Task<IReadOnlyList<Measurement>> RunAsync(Bench bench)
    {
        await using var database = bench.Platform.Database("Board");
        foreach (var statement in Schema)
        {
            await using var create = database.CreateCommand(statement);
            await create.ExecuteNonQueryAsync();
        }

        return [await MoveAsync(bench, database, 8), await MoveAsync(bench, database, 1)];
    }

    private static Task<Measurement> MoveAsync(Bench bench, NpgsqlDataSource database, int boards) =>
        bench.Measure.RunAsync(
            $"limit: the rows of a move, {boards} boards",
            [.. Enumerable.Range(0, Clients).Select(number => Mover(database, number, number % boards))]
        );

    private static Func<Task<bool>> Mover(NpgsqlDataSource database, int card, int board) =>
        async () =>
        {
            await using var move = database.CreateBatch();
            Add(move, "SELECT pg_advisory_xact_lock($1)", new NpgsqlParameter<long> { TypedValue = board });
            Add(move, "UPDATE load_card SET place = place + 1 WHERE id = $1", Number(card));
            Add(move, "INSERT INTO load_transition VALUES ($1, $2, $3)", NewId(), Number(card), Words());
            Add(move, "INSERT INTO load_message VALUES ($1, $2)", NewId(), Words());
            return await move.ExecuteNonQueryAsync() == 3;
        };

    private static void Add(NpgsqlBatch batch, string sql, params NpgsqlParameter[] values)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        Array.ForEach(values, value => command.Parameters.Add(value));
        batch.BatchCommands.Add(command);
    }

    private static NpgsqlParameter<int> Number(int value) => new() { TypedValue = value };

    private static NpgsqlParameter<Guid> NewId() => new() { TypedValue = Guid.CreateVersion7() };

    private static NpgsqlParameter<string> Words() => new() { TypedValue = Text };
}
