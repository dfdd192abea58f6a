using System.Text;
using FlowPlatform.Intake.Data;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Features.Imports;

/// <summary>A row that was not imported. Line counts from 1, the header included.</summary>
public sealed record RejectionResponse(long Line, string? Column, string Reason);

/// <summary>The rows of an import that were refused, by line: the first ten thousand; the import counts them all.</summary>
internal static class ListRejections
{
    internal static async Task<Results<Ok<Page<RejectionResponse>>, NotFound, ProblemHttpResult>> Handle(
        Guid importId,
        [AsParameters] PageQuery page,
        IntakeDbContext db,
        CurrentUser user,
        CancellationToken ct
    )
    {
        var after = 0L;
        if (!Cursor.TryDecode(page.Cursor, ref after))
        {
            return Problems.Field("cursor", "is not one that a page returned").ToProblem();
        }

        if (await ReadImports.FindAsync(importId, db, user, ct) is null)
        {
            return TypedResults.NotFound();
        }

        var rows = await Of(importId, after, db).Take(page.Size + 1).ToListAsync(ct);
        return TypedResults.Ok(Page.From(rows, page.Size, row => Cursor.Encode(row.Line)));
    }

    /// <summary>The same as a file, to be mended and sent again.</summary>
    internal static async Task<Results<PushStreamHttpResult, NotFound>> Csv(
        Guid importId,
        IntakeDbContext db,
        CurrentUser user,
        CancellationToken ct
    )
    {
        if (await ReadImports.FindAsync(importId, db, user, ct) is null)
        {
            return TypedResults.NotFound();
        }

        return TypedResults.Stream(
            async stream =>
            {
                await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
                await writer.WriteAsync("line,column,reason\r\n");
                await foreach (var row in Of(importId, 0, db).AsAsyncEnumerable().WithCancellation(ct))
                {
                    await writer.WriteAsync($"{row.Line},{Quoted(row.Column)},{Quoted(row.Reason)}\r\n");
                }
            },
            "text/csv",
            $"rejections-{importId}.csv"
        );
    }

    private static IQueryable<RejectionResponse> Of(Guid importId, long after, IntakeDbContext db) =>
        db
            .Rejections.Where(rejection => rejection.ImportId == importId && rejection.Line > after)
            .OrderBy(rejection => rejection.Line)
            .Select(rejection => new RejectionResponse(rejection.Line, rejection.ColumnName, rejection.Reason));

    // A reason repeats what stood in the file: an apostrophe keeps a spreadsheet from taking it for a formula.
    private static string Quoted(string? text)
    {
        var safe = text is ['=' or '+' or '-' or '@', ..] ? $"'{text}" : text ?? "";
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
