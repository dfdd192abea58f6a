using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Prioritisation.Features.Options;

/// <summary>A board's room, as it last said.</summary>
public sealed record BoardRoomView(
    Guid BoardId,
    string Name,
    Guid TeamId,
    int FreeSlots,
    IReadOnlyDictionary<WorkCategory, int> FreeByCategory,
    IReadOnlyDictionary<WorkCategory, int> ReservedByCategory,
    IReadOnlyDictionary<WorkCategory, int> SharesByCategory,
    DateTimeOffset SaidAt
);

/// <summary>Lists the boards for which a session can be opened, with their room. There are as many as teams, so it is not paged.</summary>
internal static class GetBoards
{
    internal static void MapGetBoards(this RouteGroupBuilder prioritisation) =>
        prioritisation.MapGet("/boards", Handle).WithTags("Options").WithName("GetBoardRoom");

    internal static async Task<Ok<List<BoardRoomView>>> Handle(
        Guid? teamId,
        PrioritisationDbContext db,
        CancellationToken ct
    )
    {
        var boards = await db
            .Boards.AsNoTracking()
            .Where(board => teamId == null || board.TeamId == teamId)
            .OrderBy(board => board.Name)
            .ToListAsync(ct);
        return TypedResults.Ok(
            boards.ConvertAll(board => new BoardRoomView(
                board.BoardId,
                board.Name,
                board.TeamId,
                board.FreeSlots,
                board.FreeByCategory,
                board.ReservedByCategory,
                board.SharesByCategory,
                board.SaidAt
            ))
        );
    }
}
