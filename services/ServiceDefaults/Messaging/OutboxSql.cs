using Npgsql;
using NpgsqlTypes;

namespace FlowPlatform.ServiceDefaults.Messaging;

/// <summary>The one statement that writes outbox rows, in the order in which the messages were recorded.</summary>
internal static class OutboxSql
{
    private const string Statement = """
        INSERT INTO outbox_message (message_id, type, body, trace_parent, created_at)
        SELECT m.message_id, m.type, m.body, m.trace_parent, clock_timestamp()
        FROM unnest($1, $2, $3, $4) WITH ORDINALITY AS m (message_id, type, body, trace_parent, ordinal)
        ORDER BY m.ordinal
        """;

    public static NpgsqlBatchCommand Insert(IReadOnlyCollection<PendingMessage> messages)
    {
        var command = new NpgsqlBatchCommand(Statement);
        command.Parameters.Add(
            new()
            {
                Value = messages.Select(m => m.MessageId).ToArray(),
                NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid,
            }
        );
        command.Parameters.Add(Texts(messages.Select(m => m.Type)));
        command.Parameters.Add(Texts(messages.Select(m => m.Body)));
        command.Parameters.Add(Texts(messages.Select(m => m.TraceParent)));
        return command;
    }

    private static NpgsqlParameter Texts(IEnumerable<string?> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
