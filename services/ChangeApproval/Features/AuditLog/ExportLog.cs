using System.Text.Json;
using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FlowPlatform.ChangeApproval.Features.AuditLog;

internal static class ExportLog
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    internal static void MapExportLog(this RouteGroupBuilder log) =>
        log.MapGet("/export", Handle)
            .WithName("ExportLog")
            .WithSummary("Streams the first facts of the log, all unless a size is given, as NDJSON for the verifier.")
            .Produces(StatusCodes.Status200OK, contentType: "application/x-ndjson")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> Handle(
        long? size,
        ChangesDbContext db,
        NpgsqlDataSource database,
        ReadAccount readings,
        CancellationToken ct
    )
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        var present = await LogStore.SizeAsync(connection, ct);
        var upTo = size ?? present;
        if (upTo < 0 || upTo > present)
        {
            return new Error(
                "audit.size-out-of-range",
                $"size must be from 0 to {present}.",
                ErrorKind.Unprocessable
            ).ToProblem();
        }

        await readings.NoteExportAsync(upTo, ct);
        return TypedResults.Stream(body => WriteAsync(body, db, upTo, ct), "application/x-ndjson", "audit-log.ndjson");
    }

    // Row by row: the cost in memory does not depend on the length of the log.
    private static async Task WriteAsync(Stream body, ChangesDbContext db, long size, CancellationToken ct)
    {
        var rows = db.LogEntries.AsNoTracking().Where(entry => entry.LeafIndex < size).OrderBy(e => e.LeafIndex);
        await foreach (var entry in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            await JsonSerializer.SerializeAsync(body, LogEntryResponse.From(entry), Json, ct);
            await body.WriteAsync(LineEnd, ct);
        }
    }
}
