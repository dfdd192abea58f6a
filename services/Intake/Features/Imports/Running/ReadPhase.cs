using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Features.Imports.Reading;
using Npgsql;
using NpgsqlTypes;

namespace FlowPlatform.Intake.Features.Imports.Running;

/// <summary>
/// Reads the stored file from where the last committed batch ended. Rows, rejections, offset and counts commit together: after a crash
/// each line is read exactly once.
/// </summary>
internal sealed class ReadPhase(NpgsqlDataSource database, ImportLease lease, IntakeMetrics metrics)
{
    public async Task RunAsync(ImportRun run, CancellationToken ct)
    {
        await using var spool = new SpoolStream(database, run.Id, run.Import.BytesTotal);
        var source = new RowSource(spool, ImportRequest.ShapeOf(run.Import.Order, run.Profile));
        if (await source.OpenAsync(ct) is { } error)
        {
            throw new InvalidDataException(error.Message);
        }

        if (run.Import.BytesRead > 0)
        {
            source.GoTo(run.Import.BytesRead, run.Import.NextLine);
        }

        var mapper = new RowMapper(run.Profile, run.Defaults);
        var batch = new RowBatch();
        while (await source.ReadAsync(ct) is { } read)
        {
            batch.Add(run, mapper, read);
            if (batch.IsFull)
            {
                await CommitAsync(run, source, batch, "state = state", ct);
            }
        }

        await CommitAsync(run, source, batch, "state = 'Applying'", ct);
    }

    private async Task CommitAsync(ImportRun run, RowSource source, RowBatch batch, string state, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var isMine = await ImportLease.MoveOnAsync(
            connection,
            run.Id,
            run.Owner,
            $"""
            {state}, bytes_read = $3, next_line = $4, rows_read = rows_read + $5, rows_rejected = rows_rejected + $6
            """,
            Longs(source.Offset, source.Line, batch.Count, batch.Rejections.Count),
            ct
        );
        if (!isMine)
        {
            throw new ImportStoppedException();
        }

        await CopyRowsAsync(connection, batch.Rows, ct);
        await AddRejectionsAsync(connection, run.Id, batch.Rejections, ct);
        await transaction.CommitAsync(ct);
        lease.TellMoved(run.Id);
        metrics.RowsRead(batch.Rows.Count, batch.Rejections.Count);
        batch.Clear();
    }

    private static IEnumerable<NpgsqlParameter> Longs(params long[] values) =>
        values.Select(value => new NpgsqlParameter<long> { TypedValue = value });

    private static async Task CopyRowsAsync(NpgsqlConnection connection, List<ImportRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY import_row (import_id, reference, line, content) FROM STDIN (FORMAT BINARY)",
            ct
        );
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(row.ImportId, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(row.Reference, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(row.Line, NpgsqlDbType.Bigint, ct);
            await copy.WriteAsync(row.Content, NpgsqlDbType.Bytea, ct);
        }

        await copy.CompleteAsync(ct);
    }

    // A file of nothing but bad rows must not fill the database with reasons: the first ones tell what is wrong.
    private static async Task AddRejectionsAsync(
        NpgsqlConnection connection,
        Guid importId,
        List<ImportRejection> rejections,
        CancellationToken ct
    )
    {
        if (rejections.Count == 0)
        {
            return;
        }

        await using var add = new NpgsqlCommand(
            $"""
            INSERT INTO import_rejection (import_id, line, column_name, reason)
            SELECT $1, r.line, r.column_name, r.reason FROM unnest($2, $3, $4) AS r (line, column_name, reason)
            ORDER BY r.line LIMIT greatest(0, {ImportRejection.MostKept} - (SELECT count(*) FROM import_rejection WHERE import_id = $1))
            """,
            connection
        );
        add.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = importId });
        add.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. rejections.Select(r => r.Line)] });
        add.Parameters.Add(Texts(rejections.Select(r => r.ColumnName)));
        add.Parameters.Add(Texts(rejections.Select(r => r.Reason)));
        await add.ExecuteNonQueryAsync(ct);
    }

    private static NpgsqlParameter Texts(IEnumerable<string?> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
