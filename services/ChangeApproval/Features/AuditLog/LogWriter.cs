using System.Text;
using FlowPlatform.ChangeApproval.Domain.AuditLog;
using FlowPlatform.Contracts.Audit;
using FlowPlatform.ServiceDefaults.Audit;
using Npgsql;
using NpgsqlTypes;

namespace FlowPlatform.ChangeApproval.Features.AuditLog;

/// <summary>
/// The sequencer: gives facts their place in the tree, a batch in one transaction. An advisory lock leaves one writer at
/// a time, whatever replicas there are, so leaves are numbered without gaps and in the order of arrival.
/// </summary>
internal sealed class LogWriter(NpgsqlDataSource database, TimeProvider clock, LogMetrics metrics)
{
    private const long LockKey = 0x464C_4F57_4155_4449; // "FLOWAUDI"

    internal async Task<int> AppendAsync(IReadOnlyList<AuditFactRecorded> facts, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using (var take = new NpgsqlCommand($"SELECT pg_advisory_xact_lock({LockKey})", connection))
        {
            await take.ExecuteNonQueryAsync(ct);
        }

        var known = await KnownAsync(connection, facts, ct);
        // Add tells a fact that comes twice in one batch, too.
        List<AuditFactRecorded> fresh = [.. facts.Where(fact => known.Add(fact.FactId))];
        if (fresh.Count > 0)
        {
            var size = await LogStore.SizeAsync(connection, ct);
            var edge = await LogStore.EdgeAsync(connection, size, ct);
            await WriteEntriesAsync(connection, fresh, size, ct);
            await WriteNodesAsync(connection, fresh, edge, ct);
            await transaction.CommitAsync(ct);
        }

        metrics.Appended(fresh, facts.Count - fresh.Count, clock.GetUtcNow());
        return fresh.Count;
    }

    private static async Task<HashSet<Guid>> KnownAsync(
        NpgsqlConnection connection,
        IReadOnlyList<AuditFactRecorded> facts,
        CancellationToken ct
    )
    {
        await using var ask = new NpgsqlCommand("SELECT fact_id FROM audit_entry WHERE fact_id = ANY($1)", connection);
        ask.Parameters.Add(LogStore.Array(NpgsqlDbType.Uuid, facts.Select(fact => fact.FactId).ToArray()));
        await using var reader = await ask.ExecuteReaderAsync(ct);
        var known = new HashSet<Guid>();
        while (await reader.ReadAsync(ct))
        {
            known.Add(reader.GetGuid(0));
        }

        return known;
    }

    private async Task WriteEntriesAsync(
        NpgsqlConnection connection,
        List<AuditFactRecorded> facts,
        long size,
        CancellationToken ct
    )
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            COPY audit_entry (leaf_index, fact_id, service, action, subject_type, subject_id, actor, reason, before,
              after, correlation_id, occurred_at, leaf_hash, claimed_hash, recorded_at) FROM STDIN (FORMAT BINARY)
            """,
            ct
        );
        var now = clock.GetUtcNow();
        for (var i = 0; i < facts.Count; i++)
        {
            var fact = facts[i];
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(size + i, NpgsqlDbType.Bigint, ct);
            await copy.WriteAsync(fact.FactId, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(fact.Service, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(fact.Action, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(fact.SubjectType, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(fact.SubjectId, NpgsqlDbType.Uuid, ct);
            await WriteOptionalAsync(copy, fact.Actor, ct);
            await WriteOptionalAsync(copy, fact.Reason, ct);
            await WriteOptionalAsync(copy, fact.Before, ct);
            await WriteOptionalAsync(copy, fact.After, ct);
            await WriteOptionalAsync(copy, fact.CorrelationId, ct);
            await copy.WriteAsync(fact.OccurredAt.ToUniversalTime(), NpgsqlDbType.TimestampTz, ct);
            await copy.WriteAsync(LeafOf(fact), NpgsqlDbType.Bytea, ct);
            await copy.WriteAsync(fact.LeafHash, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, ct);
        }

        await copy.CompleteAsync(ct);
    }

    private static async Task WriteNodesAsync(
        NpgsqlConnection connection,
        List<AuditFactRecorded> facts,
        CompactRange edge,
        CancellationToken ct
    )
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY audit_node (level, node_index, hash) FROM STDIN (FORMAT BINARY)",
            ct
        );
        foreach (var (id, hash) in facts.SelectMany(fact => edge.Append(LeafOf(fact))))
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(id.Level, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(id.Index, NpgsqlDbType.Bigint, ct);
            await copy.WriteAsync(hash, NpgsqlDbType.Bytea, ct);
        }

        await copy.CompleteAsync(ct);
    }

    private static byte[] LeafOf(AuditFactRecorded fact) =>
        MerkleHash.OfLeaf(Encoding.UTF8.GetBytes(AuditFacts.CanonicalText(fact)));

    private static Task WriteOptionalAsync(NpgsqlBinaryImporter copy, Guid? value, CancellationToken ct) =>
        value is { } id ? copy.WriteAsync(id, NpgsqlDbType.Uuid, ct) : copy.WriteNullAsync(ct);

    private static Task WriteOptionalAsync(NpgsqlBinaryImporter copy, string? value, CancellationToken ct) =>
        value is null ? copy.WriteNullAsync(ct) : copy.WriteAsync(value, NpgsqlDbType.Text, ct);
}
