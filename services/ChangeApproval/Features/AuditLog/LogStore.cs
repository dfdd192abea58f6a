using FlowPlatform.ChangeApproval.Domain.AuditLog;
using Npgsql;
using NpgsqlTypes;

namespace FlowPlatform.ChangeApproval.Features.AuditLog;

/// <summary>Reads what a root or a proof needs: O(log n) rows by primary key, in one round trip.</summary>
internal static class LogStore
{
    internal static async Task<long> SizeAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        // The largest key of the primary key's index; leaves are numbered without gaps.
        await using var ask = new NpgsqlCommand("SELECT coalesce(max(leaf_index) + 1, 0) FROM audit_entry", connection);
        return (long)(await ask.ExecuteScalarAsync(ct))!;
    }

    internal static async Task<CompactRange> EdgeAsync(NpgsqlConnection connection, long size, CancellationToken ct)
    {
        var hashes = await HashesAsync(connection, new LeafRange(0, size).PerfectNodes(), ct);
        return new CompactRange(size, node => hashes[node]);
    }

    internal static async Task<IReadOnlyList<byte[]>> ProofAsync(
        NpgsqlConnection connection,
        IReadOnlyList<LeafRange> path,
        CancellationToken ct
    )
    {
        var hashes = await HashesAsync(connection, [.. path.SelectMany(range => range.PerfectNodes())], ct);
        return [.. path.Select(range => range.Hash(node => hashes[node]))];
    }

    private static async Task<Dictionary<NodeId, byte[]>> HashesAsync(
        NpgsqlConnection connection,
        IReadOnlyList<NodeId> nodes,
        CancellationToken ct
    )
    {
        await using var read = new NpgsqlCommand(
            """
            SELECT node.level, node.node_index, node.hash FROM audit_node node
            JOIN unnest($1, $2) AS wanted (level, node_index) USING (level, node_index)
            """,
            connection
        );
        read.Parameters.Add(Array(NpgsqlDbType.Integer, nodes.Select(node => node.Level).ToArray()));
        read.Parameters.Add(Array(NpgsqlDbType.Bigint, nodes.Select(node => node.Index).ToArray()));
        await using var reader = await read.ExecuteReaderAsync(ct);
        var hashes = new Dictionary<NodeId, byte[]>();
        while (await reader.ReadAsync(ct))
        {
            hashes[new NodeId(reader.GetInt32(0), reader.GetInt64(1))] = reader.GetFieldValue<byte[]>(2);
        }

        return hashes;
    }

    internal static NpgsqlParameter Array(NpgsqlDbType type, object values) =>
        new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | type };
}
