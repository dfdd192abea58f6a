using FlowPlatform.Intake.Domain.Imports;
using Npgsql;
using NpgsqlTypes;

namespace FlowPlatform.Intake.Features.Imports.Running;

/// <summary>The states that a source tells of. What was imported before is replaced; our own entries stay.</summary>
internal static class RequestHistoryTable
{
    public static async Task ReplaceAsync(
        NpgsqlConnection connection,
        Dictionary<Guid, FoldedCase> inserted,
        Dictionary<Guid, FoldedCase> changed,
        CancellationToken ct
    )
    {
        if (changed.Count > 0)
        {
            await using var remove = new NpgsqlCommand(
                "DELETE FROM request_history WHERE request_id = ANY ($1) AND is_imported",
                connection
            );
            remove.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. changed.Keys] });
            await remove.ExecuteNonQueryAsync(ct);
        }

        if (inserted.Count + changed.Count > 0)
        {
            await CopyAsync(connection, inserted.Concat(changed), ct);
        }
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection,
        IEnumerable<KeyValuePair<Guid, FoldedCase>> cases,
        CancellationToken ct
    )
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY request_history (id, request_id, state, at, is_imported) FROM STDIN (FORMAT BINARY)",
            ct
        );
        foreach (var (requestId, state, i) in cases.SelectMany(c => c.Value.States.Select((s, i) => (c.Key, s, i))))
        {
            await copy.StartRowAsync(ct);
            // Entries of one minute are read in the order of their ids.
            await copy.WriteAsync(Guid.CreateVersion7(state.At.AddMilliseconds(i)), NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(requestId, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(state.State, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(state.At, NpgsqlDbType.TimestampTz, ct);
            await copy.WriteAsync(true, NpgsqlDbType.Boolean, ct);
        }

        await copy.CompleteAsync(ct);
    }
}
