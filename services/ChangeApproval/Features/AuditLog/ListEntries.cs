using System.ComponentModel;
using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.AuditLog;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.AuditLog;

/// <summary>A fact in the log. IsMismatch: its service sent another hash than the one that follows from what it sent.</summary>
public sealed record LogEntryResponse(
    long Index,
    Guid FactId,
    string Service,
    string Action,
    string SubjectType,
    Guid SubjectId,
    Guid? Actor,
    string? Reason,
    string? Before,
    string? After,
    string? CorrelationId,
    DateTimeOffset OccurredAt,
    string LeafHash,
    bool IsMismatch,
    DateTimeOffset RecordedAt
)
{
    internal static LogEntryResponse From(LogEntry e) =>
        new(
            e.LeafIndex,
            e.FactId,
            e.Service,
            e.Action,
            e.SubjectType,
            e.SubjectId,
            e.Actor,
            e.Reason,
            e.Before,
            e.After,
            e.CorrelationId,
            e.OccurredAt,
            Convert.ToHexStringLower(e.LeafHash),
            e.IsMismatch,
            e.RecordedAt
        );
}

/// <summary>What to list; everything when nothing is given. Times are half open: [From, To).</summary>
internal readonly record struct EntriesQuery(
    [property: FromQuery] Guid? SubjectId,
    [property: FromQuery] string? Action,
    [property: FromQuery] string? Service,
    [property: FromQuery] Guid? Actor,
    [property: FromQuery] DateTimeOffset? From,
    [property: FromQuery] DateTimeOffset? To,
    [property: FromQuery, Description("Newest first; oldest first when false or absent.")] bool? Newest
)
{
    internal IQueryable<LogEntry> Over(IQueryable<LogEntry> entries, long after)
    {
        entries = SubjectId is { } subject ? entries.Where(e => e.SubjectId == subject) : entries;
        entries = Action is { } action ? entries.Where(e => e.Action == action) : entries;
        entries = Service is { } service ? entries.Where(e => e.Service == service) : entries;
        entries = Actor is { } actor ? entries.Where(e => e.Actor == actor) : entries;
        entries = From?.ToUniversalTime() is { } from ? entries.Where(e => e.OccurredAt >= from) : entries;
        entries = To?.ToUniversalTime() is { } to ? entries.Where(e => e.OccurredAt < to) : entries;
        return Newest == true
            ? entries.Where(e => e.LeafIndex < after).OrderByDescending(e => e.LeafIndex)
            : entries.Where(e => e.LeafIndex > after).OrderBy(e => e.LeafIndex);
    }
}

internal static class ListEntries
{
    internal static void MapListEntries(this RouteGroupBuilder log) =>
        log.MapGet("/entries", Handle)
            .WithName("ListLogEntries")
            .WithSummary("Lists the facts of the log in its order.")
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<Results<Ok<Page<LogEntryResponse>>, ProblemHttpResult>> Handle(
        [AsParameters] EntriesQuery query,
        [AsParameters] PageQuery page,
        ChangesDbContext db,
        ReadAccount readings,
        CancellationToken ct
    )
    {
        var after = query.Newest is true ? long.MaxValue : -1;
        if (!Cursor.TryDecode(page.Cursor, ref after))
        {
            return Problems.Field("cursor", "is not one of this list").ToProblem();
        }

        await readings.NoteAsync(ct);
        var rows = await query.Over(db.LogEntries.AsNoTracking(), after).Take(page.Size + 1).ToListAsync(ct);
        var entries = rows.ConvertAll(LogEntryResponse.From);
        return TypedResults.Ok(Page.From(entries, page.Size, entry => Cursor.Encode(entry.Index)));
    }
}
