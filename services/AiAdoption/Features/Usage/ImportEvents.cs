using FlowPlatform.AiAdoption.Data;
using FlowPlatform.AiAdoption.Domain.Usage;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Idempotency;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowPlatform.AiAdoption.Features.Usage;

/// <summary>What became of an import.</summary>
/// <param name="Accepted">Rows that are new and count.</param>
/// <param name="Repeated">Rows that were imported before; they changed nothing.</param>
/// <param name="RejectedRows">How many lines could not be used.</param>
/// <param name="Rejected">The first hundred of them.</param>
public sealed record ImportEventsResponse(
    int Accepted,
    int Repeated,
    int RejectedRows,
    IReadOnlyList<RejectedUsage> Rejected
);

/// <summary>A line that could not be used, counted from 1, and why.</summary>
public sealed record RejectedUsage(int Line, string Reason);

/// <summary>Imports usage as newline-delimited JSON; format is "generic" (the default) or "copilot". The same rows again change nothing.</summary>
internal static class ImportEvents
{
    private const int BatchSize = 1000;
    private const int Shown = 100;
    private const int LongestLine = 64 * 1024;

    internal static void MapImportEvents(this RouteGroupBuilder ai) =>
        ai.MapPost("/events", Handle)
            .WithName(nameof(ImportEvents))
            .WithSummary("Imports usage events, newline-delimited JSON; idempotent by event id.")
            .Accepts<string>("application/x-ndjson")
            .WithMetadata(new OwnIdempotencyAttribute())
            .RequireRoles(Roles.ProgrammeLead, Roles.Admin);

    internal static async Task<Results<Ok<ImportEventsResponse>, ProblemHttpResult>> Handle(
        [FromQuery] string? format,
        HttpRequest request,
        AiAdoptionDbContext db,
        UsageWriter writer,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (format is not (null or "generic" or "copilot"))
        {
            return Problems.Field("format", "is neither generic nor copilot").ToProblem();
        }

        var read =
            format == "copilot"
                ? (Func<string, IReadOnlyList<UsageRow>>)UsageFormats.ReadCopilot
                : UsageFormats.ReadGeneric;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var import = new Tally();
        var batch = new List<(int Line, UsageRow Row)>(BatchSize);
        using var lines = new StreamReader(request.Body);
        for (var number = 1; await lines.ReadLineAsync(ct) is { } line; number++)
        {
            Collect(line, number, read, today, batch, import);
            if (batch.Count >= BatchSize)
            {
                await writer.WriteAsync(batch, import, ct);
                batch.Clear();
            }
        }

        await writer.WriteAsync(batch, import, ct);
        db.Audit(
            new AuditFact("usage-imported", "usage-import", Guid.CreateVersion7(), user.Id, clock.GetUtcNow())
            {
                After = new
                {
                    import.Accepted,
                    import.Repeated,
                    Rejected = import.RejectedRows,
                },
            }
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(
            new ImportEventsResponse(import.Accepted, import.Repeated, import.RejectedRows, import.Rejected)
        );
    }

    private static void Collect(
        string line,
        int number,
        Func<string, IReadOnlyList<UsageRow>> read,
        DateOnly today,
        List<(int Line, UsageRow Row)> batch,
        Tally import
    )
    {
        if (string.IsNullOrWhiteSpace(line))
        {
            return;
        }

        try
        {
            var rows =
                line.Length > LongestLine ? throw new UnreadableUsageException("the line is too long") : read(line);
            batch.AddRange(
                rows.Select(row =>
                    row.Day > today.AddDays(1)
                        ? throw new UnreadableUsageException($"{row.Day:O} lies in the future")
                        : (number, row)
                )
            );
        }
        catch (UnreadableUsageException unreadable)
        {
            import.Reject(number, unreadable.Message);
        }
    }

    /// <summary>Counts what becomes of the rows of one import.</summary>
    internal sealed class Tally
    {
        private readonly List<RejectedUsage> _rejected = [];

        public int Accepted { get; set; }

        public int Repeated { get; set; }

        public int RejectedRows { get; private set; }

        public IReadOnlyList<RejectedUsage> Rejected => _rejected;

        public void Reject(int line, string reason)
        {
            RejectedRows++;
            if (_rejected.Count < Shown)
            {
                _rejected.Add(new RejectedUsage(line, reason));
            }
        }
    }
}
