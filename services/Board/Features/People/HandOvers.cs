using FlowPlatform.Board.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.People;

/// <summary>A card whose owner is absent: anybody of the team may take it over.</summary>
public sealed record HandOverResponse(
    Guid CardId,
    string Key,
    string Title,
    string? Column,
    Guid PersonId,
    string? Name,
    DateTimeOffset AbsentSince,
    DateTimeOffset? AbsentUntil
);

internal static class HandOvers
{
    internal static void MapHandOvers(this RouteGroupBuilder boards) =>
        boards.MapGet("/{boardId:guid}/hand-overs", Handle).WithName("ListHandOvers");

    /// <summary>
    /// Open hand-over requests of a board, longest absent first. One is open while the avatar of an absent person stands
    /// on a card. There are at most two a person, so the list is not paged.
    /// </summary>
    internal static async Task<Ok<List<HandOverResponse>>> Handle(
        Guid boardId,
        BoardDbContext db,
        WorkflowCache workflows,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        var placed =
            from absence in db.Absences
            where absence.Until == null || absence.Until > now
            join token in db.AvatarTokens on absence.PersonId equals token.PersonId
            join card in db.Cards on token.CardId equals card.Id
            where card.BoardId == boardId
            orderby absence.Since, card.Id
            select new
            {
                absence,
                card,
                Name = db.People.Where(p => p.Id == absence.PersonId).Select(p => p.Name).FirstOrDefault(),
            };
        var rows = await placed.AsNoTracking().ToListAsync(ct);
        var version = await db
            .Boards.Where(b => b.Id == boardId)
            .Select(b => b.WorkflowVersion)
            .FirstOrDefaultAsync(ct);
        var workflow = version > 0 ? await workflows.GetAsync(db, boardId, version, ct) : null;
        return TypedResults.Ok(
            rows.ConvertAll(row => new HandOverResponse(
                row.card.Id,
                row.card.Key,
                row.card.Title,
                workflow?.Find(row.card.ColumnId)?.Name,
                row.absence.PersonId,
                row.Name,
                row.absence.Since,
                row.absence.Until
            ))
        );
    }
}
