using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Boards;

internal static class ChangeWorkflow
{
    internal static void MapChangeWorkflow(this RouteGroupBuilder boards) =>
        boards.MapPut("/{boardId:guid}/workflow", Handle).WithName(nameof(ChangeWorkflow));

    /// <summary>
    /// Saves the next version of the definition of workflow. Limits below what is there are allowed: nothing enters
    /// until it fits. An impossible definition, or one without a column that holds cards, is refused.
    /// </summary>
    internal static async Task<Results<Ok<WorkflowResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        WorkflowRequest request,
        IfMatch seen,
        WorkflowChanges changes,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var saved = await changes.SaveAsync(
            boardId,
            seen,
            now => request.ToDefinition(now.Version + 1, () => Guid.CreateVersion7(clock.GetUtcNow())),
            ct
        );
        return saved.IsRefused ? saved.Error.ToProblem() : TypedResults.Ok(saved.Value.ToResponse(boardId));
    }
}
