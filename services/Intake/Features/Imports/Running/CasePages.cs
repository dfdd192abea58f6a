using FlowPlatform.Intake.Domain.Imports;
using Npgsql;

namespace FlowPlatform.Intake.Features.Imports.Running;

/// <summary>
/// The waiting rows of an import, whole cases at a time in byte order of their reference: the primary key gives that order, so that
/// neither memory nor time for a page depends on the file or on its order.
/// </summary>
internal sealed class CasePages(NpgsqlDataSource database)
{
    private const int RowsPerPage = 4_000;

    /// <summary>Cases after the given reference; empty when there are no more.</summary>
    public async Task<List<FoldedCase>> ReadAsync(Guid importId, string? after, CancellationToken ct)
    {
        for (var size = RowsPerPage; ; size *= 2)
        {
            var rows = await ReadRowsAsync(importId, after ?? "", size, ct);
            if (rows.Count == size)
            {
                // The last case may go on beyond the page: the next page takes it whole.
                var last = rows[^1].Reference;
                rows.RemoveAll(row => row.Reference == last);
                if (rows.Count == 0)
                {
                    continue;
                }
            }

            return [.. rows.GroupBy(row => row.Reference, StringComparer.Ordinal).Select(CaseFold.Fold)];
        }
    }

    private async Task<List<CaseRow>> ReadRowsAsync(Guid importId, string after, int size, CancellationToken ct)
    {
        await using var read = database.CreateCommand(
            """
            SELECT content FROM import_row WHERE import_id = $1 AND reference > $2 ORDER BY reference, line LIMIT $3
            """
        );
        read.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = importId });
        read.Parameters.Add(new NpgsqlParameter<string> { TypedValue = after });
        read.Parameters.Add(new NpgsqlParameter<int> { TypedValue = size });
        await using var reader = await read.ExecuteReaderAsync(ct);
        List<CaseRow> rows = new(size);
        while (await reader.ReadAsync(ct))
        {
            rows.Add(CaseRowJson.Read(reader.GetFieldValue<byte[]>(0)));
        }

        return rows;
    }
}
