using System.Text.Json;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Features.Boards;
using FlowPlatform.Contracts.Prioritisation;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Commitments;

/// <summary>A commitment that was not admitted, and why.</summary>
public sealed record RefusedWorkResponse(
    Guid Id,
    Guid WorkItemId,
    string Key,
    string Title,
    string Code,
    string Reason,
    DateTimeOffset RefusedAt,
    int Attempts
);

internal static class RefusedWork
{
    internal static void MapRefusedWork(this RouteGroupBuilder boards)
    {
        boards.MapGet("/{boardId:guid}/refused-work", List).WithName("ListRefusedWork");
        boards.MapPost("/{boardId:guid}/refused-work/{refusedId:guid}:retry", Retry).WithName("RetryRefusedWork");
    }

    /// <summary>Commitments of this board that wait outside of it, oldest first.</summary>
    internal static async Task<Results<Ok<Page<RefusedWorkResponse>>, ProblemHttpResult>> List(
        Guid boardId,
        [AsParameters] PageQuery page,
        BoardDbContext db,
        CancellationToken ct
    )
    {
        if (!Cursor.TryDecode(page.Cursor, parts: 1, out var key))
        {
            return BoardErrors.BadCursor.ToProblem();
        }

        var after = key is [var text] && Guid.TryParse(text, out var id) ? id : Guid.Empty;
        var rows = await db
            .RefusedWork.Where(work => work.BoardId == boardId && work.AdmittedAt == null && work.Id > after)
            .OrderBy(work => work.Id)
            .Take(page.Size + 1)
            .Select(work => new RefusedWorkResponse(
                work.Id,
                work.WorkItemId,
                work.Key,
                work.Title,
                work.Code,
                work.Reason,
                work.RefusedAt,
                work.Attempts
            ))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.From(rows, page.Size, work => Cursor.Encode(work.Id.ToString())));
    }

    /// <summary>
    /// Judges a refused commitment again, by the same rules; for a lead of the team or an administrator.
    /// </summary>
    internal static async Task<Results<NoContent, ProblemHttpResult>> Retry(
        Guid boardId,
        Guid refusedId,
        BoardDbContext db,
        Admissions admissions,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var team = await db.Boards.Where(b => b.Id == boardId).Select(b => (Guid?)b.TeamId).SingleOrDefaultAsync(ct);
        if (team is null)
        {
            return BoardErrors.Unknown.ToProblem();
        }

        if (!user.IsLead(team.Value) && !user.IsAdmin)
        {
            return BoardErrors.OnlyLeads.ToProblem();
        }

        var refusal = await db.InTransactionAsync(
            cancellation => RetryAsync(boardId, refusedId, db, admissions, clock.GetUtcNow(), cancellation),
            ct
        );
        return refusal is null ? TypedResults.NoContent() : refusal.ToProblem();
    }

    private static async Task<Error?> RetryAsync(
        Guid boardId,
        Guid refusedId,
        BoardDbContext db,
        Admissions admissions,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        // The row is locked, so that two retries at once do not both count.
        var work = await db
            .RefusedWork.FromSql($"SELECT * FROM refused_work WHERE id = {refusedId} FOR UPDATE")
            .SingleOrDefaultAsync(row => row.BoardId == boardId && row.AdmittedAt == null, ct);
        if (work is null || JsonSerializer.Deserialize<WorkItemCommitted>(work.Commitment) is not { } commitment)
        {
            return new Error("refused-work-unknown", "There is no such refused work.", ErrorKind.NotFound);
        }

        var refusal = await admissions.AdmitAsync(commitment, now, ct);
        Record(work, refusal, now);
        await db.SaveChangesAsync(ct);
        return refusal;
    }

    private static void Record(RefusedWorkRow work, Error? refusal, DateTimeOffset now)
    {
        work.Attempts++;
        work.AdmittedAt = refusal is null ? now : null;
        work.Code = refusal?.Code ?? work.Code;
        work.Reason = refusal?.Message ?? work.Reason;
    }
}
