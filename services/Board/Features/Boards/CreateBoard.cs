using System.ComponentModel.DataAnnotations;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Boards;

/// <summary>Sets up a board for a team.</summary>
/// <param name="Workflow">Its definition of workflow; the default one when left out.</param>
public sealed record CreateBoardRequest(
    [property: Required] Guid? TeamId,
    [property: Required, StringLength(120, MinimumLength = 1)] string? Name,
    WorkflowRequest? Workflow
);

/// <summary>The new board with its first definition of workflow.</summary>
public sealed record CreateBoardResponse(Guid Id, Guid TeamId, string Name, long Version, WorkflowResponse Workflow);

internal static class CreateBoard
{
    internal static void MapCreateBoard(this RouteGroupBuilder boards) =>
        boards.MapPost("/", Handle).WithName(nameof(CreateBoard));

    /// <summary>
    /// Sets up a board; for a lead of the team or an administrator. 409 tells why a workflow is impossible.
    /// </summary>
    internal static async Task<Results<Created<CreateBoardResponse>, ProblemHttpResult>> Handle(
        CreateBoardRequest request,
        BoardDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var team = request.TeamId ?? Guid.Empty;
        if (!user.IsLead(team) && !user.IsAdmin)
        {
            return BoardErrors.OnlyLeads.ToProblem();
        }

        var now = clock.GetUtcNow();
        var workflow = Definition(request.Workflow, () => Guid.CreateVersion7(now));
        if (workflow.IsRefused)
        {
            return workflow.Error.ToProblem();
        }

        var board = new LockedBoard(
            Guid.CreateVersion7(now),
            team,
            request.Name ?? "",
            Version: 1,
            workflow.Value,
            Occupancy.Empty
        );
        Add(db, board, new Act(user.Id, now));
        await db.SaveChangesAsync(ct);
        var response = new CreateBoardResponse(
            board.Id,
            team,
            board.Name,
            board.Version,
            board.Workflow.ToResponse(board.Id)
        );
        return TypedResults.Created($"/board/boards/{board.Id}", response);
    }

    private static Result<DefinitionOfWorkflow> Definition(WorkflowRequest? request, Func<Guid> newId) =>
        request is null ? DefaultWorkflow.Create(newId) : WorkflowRules.Check(request.ToDefinition(version: 1, newId));

    private static void Add(BoardDbContext db, LockedBoard board, Act act)
    {
        db.Add(
            new BoardRow
            {
                Id = board.Id,
                TeamId = board.TeamId,
                Name = board.Name,
                Version = board.Version,
                WorkflowVersion = board.Workflow.Version,
                CreatedAt = act.At,
            }
        );
        WorkflowHistory.Add(db, board, act);
        CapacityMessages.Record(db, board, Capacity.Of(board.Workflow, board.Occupancy), act.At);
        db.Audit(
            new AuditFact("board-created", "board", board.Id, act.By, act.At)
            {
                After = new { board.TeamId, board.Name },
            }
        );
    }
}
