using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Features.Imports.Reading;
using FlowPlatform.ServiceDefaults.Results;
using Npgsql;

namespace FlowPlatform.Intake.Features.Imports;

/// <summary>Stores an uploaded file piece by piece, so that any replica can work on it and memory stays small.</summary>
internal sealed class ImportSpool(
    NpgsqlDataSource database,
    IntakeDbContext db,
    ImportSignal signal,
    IConfiguration configuration,
    TimeProvider clock
)
{
    private const long DefaultLargest = 4L * 1024 * 1024 * 1024;

    private readonly long _largest = configuration.GetValue("Imports:LargestFileBytes", DefaultLargest);

    public async Task<Result<Guid>> StoreAsync(ImportOrder order, Stream content, Guid by, CancellationToken ct)
    {
        var buffer = new byte[ImportChunk.Size];
        var length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        if (await CheckHeadAsync(order, buffer.AsMemory(0, length), ct) is { } refusal)
        {
            return refusal;
        }

        var now = clock.GetUtcNow().ToMicroseconds();
        var import = Import.Begin(Guid.CreateVersion7(now), order, by, now);
        db.Imports.Add(import);
        await db.SaveChangesAsync(ct);
        try
        {
            return await StorePiecesAsync(import.Id, content, buffer, length, ct);
        }
        catch
        {
            // A file that did not arrive whole is no import; what a crash leaves behind here, the worker clears away.
            await RemoveAsync(import.Id);
            throw;
        }
    }

    private async Task<Result<Guid>> StorePiecesAsync(
        Guid importId,
        Stream content,
        byte[] buffer,
        int length,
        CancellationToken ct
    )
    {
        var total = 0L;
        for (var number = 0; length > 0; number++)
        {
            total += length;
            if (total > _largest)
            {
                await RemoveAsync(importId);
                return ImportErrors.TooLarge;
            }

            await using var insert = database.CreateCommand(
                "INSERT INTO import_chunk (import_id, number, content) VALUES ($1, $2, $3)"
            );
            insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = importId });
            insert.Parameters.Add(new NpgsqlParameter<int> { TypedValue = number });
            insert.Parameters.Add(new NpgsqlParameter<ArraySegment<byte>> { TypedValue = new(buffer, 0, length) });
            await insert.ExecuteNonQueryAsync(ct);
            length = await content.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct);
        }

        await using var queue = database.CreateCommand(
            "UPDATE import SET state = 'Queued', bytes_total = $2 WHERE id = $1 AND state = 'Receiving'"
        );
        queue.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = importId });
        queue.Parameters.Add(new NpgsqlParameter<long> { TypedValue = total });
        await queue.ExecuteNonQueryAsync(ct);
        signal.Wake();
        return importId;
    }

    private static async Task<Error?> CheckHeadAsync(ImportOrder order, Memory<byte> head, CancellationToken ct)
    {
        using var stream = new MemoryStream(head.ToArray(), writable: false);
        var source = new RowSource(stream, ImportRequest.ShapeOf(order, ImportRequest.ProfileOf(order)));
        return await source.OpenAsync(ct);
    }

    private async Task RemoveAsync(Guid importId)
    {
        // Also when the caller has gone away: hence no token.
        await using var remove = database.CreateCommand(
            "WITH gone AS (DELETE FROM import_chunk WHERE import_id = $1) DELETE FROM import WHERE id = $1"
        );
        remove.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = importId });
        await remove.ExecuteNonQueryAsync(CancellationToken.None);
    }
}
