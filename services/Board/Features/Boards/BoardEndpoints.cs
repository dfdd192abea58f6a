using FlowPlatform.Board.Features.Cards;
using FlowPlatform.Board.Features.Commitments;
using FlowPlatform.Board.Features.People;
using FlowPlatform.Board.Features.Standup;

namespace FlowPlatform.Board.Features.Boards;

internal static class BoardEndpoints
{
    internal static void MapBoards(this RouteGroupBuilder board)
    {
        var boards = board
            .MapGroup("/boards")
            .WithTags("Boards")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
        boards.MapCreateBoard();
        boards.MapListBoards();
        boards.MapGetBoard();
        boards.MapGetWorkflow();
        boards.MapChangeWorkflow();
        boards.MapAllocations();
        boards.MapChangeClassesOfService();
        boards.MapGetLimits();
        boards.MapHandOvers();
        boards.MapRefusedWork();
        boards.MapStreamBoard();
        boards.MapMoveCards();
        boards.MapStandup();
    }
}
