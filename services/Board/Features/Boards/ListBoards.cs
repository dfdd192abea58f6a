using FlowPlatform.Board.Data;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Boards;

/// <summary>A board in a list.</summary>
public sealed record BoardSummary(Guid Id, Guid TeamId, string? Team, string Name, long Version, int WorkflowVersion);

internal static class ListBoards
{
    internal static void MapListBoards(this RouteGroupBuilder boards) =>
        boards.MapGet("/", Handle).WithName(nameof(ListBoards));

    /// <summary>All boards, oldest first; of one team with teamId.</summary>
    internal static async Task<Results<Ok<Page<BoardSummary>>, ProblemHttpResult>> Handle(
        [AsParameters] PageQuery page,
        Guid? teamId,
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
            .Boards.Where(board => board.Id > after && (teamId == null || board.TeamId == teamId))
            .OrderBy(board => board.Id)
            .Take(page.Size + 1)
            .Select(board => new BoardSummary(
                board.Id,
                board.TeamId,
                db.Teams.Where(team => team.Id == board.TeamId).Select(team => team.Name).FirstOrDefault(),
                board.Name,
                board.Version,
                board.WorkflowVersion
            ))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.From(rows, page.Size, board => Cursor.Encode(board.Id.ToString())));
    }
}
