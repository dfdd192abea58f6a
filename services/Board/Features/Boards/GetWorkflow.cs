using FlowPlatform.Board.Data;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Boards;

internal static class GetWorkflow
{
    internal static void MapGetWorkflow(this RouteGroupBuilder boards) =>
        boards.MapGet("/{boardId:guid}/workflow", Handle).WithName(nameof(GetWorkflow));

    /// <summary>The definition of workflow in force, or with version an earlier one.</summary>
    internal static async Task<Results<Ok<WorkflowResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        int? version,
        BoardDbContext db,
        HttpContext http,
        CancellationToken ct
    )
    {
        var saved = await db
            .Boards.Where(board => board.Id == boardId)
            .SelectMany(board =>
                db.Workflows.Where(workflow =>
                    workflow.BoardId == board.Id && workflow.Version == (version ?? board.WorkflowVersion)
                )
            )
            .Select(workflow => workflow.Definition)
            .SingleOrDefaultAsync(ct);
        if (saved is null)
        {
            return BoardErrors.Unknown.ToProblem();
        }

        var workflow = WorkflowJson.Read(saved);
        http.SetETag(workflow.Version);
        return TypedResults.Ok(workflow.ToResponse(boardId));
    }
}
