using FlowPlatform.Load.Running;
using Npgsql;
using NpgsqlTypes;

namespace FlowPlatform.Load.Limits;

/// <summary>
/// What the machine could do at best: an endpoint in a process of its own, which binds a body and runs the very SQL of a submitted
/// request, the row and its outbox row in one transaction, with Npgsql alone. No token, no rules, no telemetry, no framework
/// beside Kestrel.
/// </summary>
internal static class BareEndpoint
{
    public const string Verb = "bare-endpoint";

    private const string Insert = """
        INSERT INTO work_request (id, version, number, key_prefix, title, customer_id, requester_id, practice, category,
          class_of_service, impact, urgency, priority, is_regulated, follows_source, status, submitted_at, submitted_by,
          reopen_count, is_blocked, card_version)
        VALUES ($1, 1, $2, 'WR', $3, (SELECT id FROM customer_copy WHERE id = $4 AND is_active), $5, 'ServiceRequest',
          'Enhancement', 'Standard', 'Medium', 'Medium', 'P3', false, false, 'Submitted', now(), $5, 0, false, 0)
        """;

    // Not published: the benchmark's own rows are left to no dispatcher.
    private const string Record = """
        INSERT INTO bare_outbox (message_id, type, body, trace_parent, created_at) VALUES ($1, $2, $3, $4, clock_timestamp())
        """;

    private const string Table = """
        CREATE TABLE IF NOT EXISTS bare_outbox (LIKE outbox_message INCLUDING ALL)
        """;

    private static long _number = 1_000_000_000;

    private sealed record Asked(Guid CustomerId, string Title);

    /// <summary>Serves until its standard input ends.</summary>
    public static async Task ServeAsync(string address, string database)
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(database) { MaxPoolSize = 32, MaxAutoPrepare = 20 }
        );
        await using (var create = source.CreateCommand(Table))
        {
            await create.ExecuteNonQueryAsync();
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        await using var app = builder.Build();
        app.MapGet("/empty", () => TypedResults.Ok());
        app.MapPost(
            "/requests",
            async (Asked asked) =>
            {
                await InsertAsync(source, asked);
                return TypedResults.Created();
            }
        );
        await Companion.ServeAsync(app);
    }

    /// <summary>Starts it beside the platform.</summary>
    public static Task<Companion> StartAsync(Uri address, string database) =>
        Companion.StartAsync(address, [Verb, address.ToString(), database]);

    private static async Task InsertAsync(NpgsqlDataSource source, Asked asked)
    {
        var person = Guid.CreateVersion7();
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand(Insert)
            {
                Parameters =
                {
                    new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() },
                    new NpgsqlParameter<long> { TypedValue = Interlocked.Increment(ref _number) },
                    new NpgsqlParameter<string> { TypedValue = asked.Title },
                    new NpgsqlParameter<Guid> { TypedValue = asked.CustomerId },
                    new NpgsqlParameter<Guid> { TypedValue = person },
                },
            }
        );
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand(Record)
            {
                Parameters =
                {
                    new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() },
                    new NpgsqlParameter<string> { TypedValue = "FlowPlatform.Contracts.Audit:AuditFactRecorded" },
                    new NpgsqlParameter<string>
                    {
                        TypedValue = $"{{\"title\":\"{asked.Title}\",\"padding\":\"{new string('x', 500)}\"}}",
                    },
                    new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
                },
            }
        );
        await batch.ExecuteNonQueryAsync();
    }
}
