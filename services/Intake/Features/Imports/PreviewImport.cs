using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Features.Imports.Reading;
using FlowPlatform.Intake.Features.Imports.Running;
using FlowPlatform.Intake.Features.Requests;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Idempotency;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FlowPlatform.Intake.Features.Imports;

/// <summary>Maps the first rows of a file, sent along or stored already, and stores nothing.</summary>
internal static class PreviewImport
{
    private const int MostRows = 20;

    [OwnIdempotency]
    internal static async Task<Results<Ok<PreviewResponse>, ProblemHttpResult>> OfUpload(
        [AsParameters] ImportQuery query,
        HttpRequest request,
        IntakeDbContext db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var upload = await Upload.OpenAsync(request, ct);
        if (upload.IsRefused)
        {
            return upload.Error.ToProblem();
        }

        var order = ImportRequest.Read(query, upload.Value.Kind);
        if (order.IsRefused)
        {
            return order.Error.ToProblem();
        }

        return Answer(await ReadAsync(upload.Value.Content, order.Value, db, clock, ct));
    }

    internal static async Task<Results<Ok<PreviewResponse>, NotFound, ProblemHttpResult>> OfStored(
        Guid importId,
        IntakeDbContext db,
        CurrentUser user,
        NpgsqlDataSource database,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == importId, ct);
        if (import is null || !(user.SeesAll() || import.CreatedBy == user.Id))
        {
            return TypedResults.NotFound();
        }

        if (!await db.Chunks.AnyAsync(chunk => chunk.ImportId == importId, ct))
        {
            return ImportErrors.FileGone.ToProblem();
        }

        await using var spool = new SpoolStream(database, importId, import.BytesTotal);
        var preview = await ReadAsync(spool, import.Order, db, clock, ct);
        return preview.IsRefused ? preview.Error.ToProblem() : TypedResults.Ok(preview.Value);
    }

    private static Results<Ok<PreviewResponse>, ProblemHttpResult> Answer(Result<PreviewResponse> preview) =>
        preview.IsRefused ? preview.Error.ToProblem() : TypedResults.Ok(preview.Value);

    private static async Task<Result<PreviewResponse>> ReadAsync(
        Stream content,
        ImportOrder order,
        IntakeDbContext db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var profile = ImportRequest.ProfileOf(order);
        var source = new RowSource(content, ImportRequest.ShapeOf(order, profile));
        if (await source.OpenAsync(ct) is { } error)
        {
            return error;
        }

        var mapper = new RowMapper(profile, await ImportRunner.DefaultsAsync(order, db, clock, ct));
        List<PreviewRowResponse> rows = [];
        List<RejectionResponse> rejections = [];
        while (rows.Count + rejections.Count < MostRows)
        {
            if (await source.ReadAsync(ct) is not { } read)
            {
                return new PreviewResponse(rows, rejections, true);
            }

            Add(read, mapper, rows, rejections);
        }

        return new PreviewResponse(rows, rejections, false);
    }

    private static void Add(
        RowRead read,
        RowMapper mapper,
        List<PreviewRowResponse> rows,
        List<RejectionResponse> rejections
    )
    {
        if ((read.Values is null ? null : mapper.Map(read.Values, read.Line)) is { } row)
        {
            rows.Add(
                new PreviewRowResponse(
                    row.Line,
                    row.Reference,
                    row.Title,
                    row.State,
                    row.Outcome,
                    row.OpenedAt,
                    row.At,
                    row.Practice,
                    row.Category,
                    Domain.Requests.PriorityMatrix.Of(row.Impact, row.Urgency)
                )
            );
            return;
        }

        var rejection = RowBatch.Explain(Guid.Empty, read, mapper);
        rejections.Add(new RejectionResponse(rejection.Line, rejection.ColumnName, rejection.Reason));
    }
}
