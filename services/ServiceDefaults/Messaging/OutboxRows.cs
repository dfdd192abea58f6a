using Npgsql;

namespace FlowPlatform.ServiceDefaults.Messaging;

/// <summary>The rows of the outbox as its dispatcher reads and removes them. The cost is that of the rows read: none stay behind.</summary>
internal sealed class OutboxRows(NpgsqlDataSource database)
{
    /// <summary>
    /// Removes what was published and reads what comes next, in one round trip. Removed are ids, not all up to the last one: a lower
    /// id may belong to a transaction that has not committed yet.
    /// </summary>
    public async Task<List<OutboxMessage>> NextAsync(
        IReadOnlyList<OutboxMessage> published,
        int atMost,
        CancellationToken cancellationToken
    )
    {
        await using var batch = database.CreateBatch();
        if (published.Count > 0)
        {
            var delete = new NpgsqlBatchCommand("DELETE FROM outbox_message WHERE id = ANY($1)");
            delete.Parameters.Add(new() { Value = published.Select(row => row.Id).ToArray() });
            batch.BatchCommands.Add(delete);
        }

        batch.BatchCommands.Add(
            new NpgsqlBatchCommand(
                $"SELECT id, message_id, type, body, trace_parent, created_at FROM outbox_message ORDER BY id LIMIT {atMost}"
            )
        );
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var rows = new List<OutboxMessage>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(
                new OutboxMessage
                {
                    Id = reader.GetInt64(0),
                    MessageId = reader.GetGuid(1),
                    Type = reader.GetString(2),
                    Body = reader.GetString(3),
                    TraceParent = await reader.IsDBNullAsync(4, cancellationToken) ? null : reader.GetString(4),
                    CreatedAt = reader.GetFieldValue<DateTimeOffset>(5),
                }
            );
        }

        return rows;
    }
}
