using System.ComponentModel.DataAnnotations;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Boards;

/// <summary>The room of the categories: ceilings, floors and shares.</summary>
public sealed record AllocationsRequest(
    [property: Required, MaxLength(30)] IReadOnlyList<AllocationRequest>? Allocations
);

/// <summary>The room of the categories, and what their shares promise.</summary>
public sealed record AllocationsResponse(
    Guid BoardId,
    int WorkflowVersion,
    IReadOnlyList<AllocationResponse> Allocations,
    IReadOnlyList<GuaranteeResponse> Guarantees
);

/// <summary>
/// What a share promises: of any N slots that sessions hand out while options of the category wait, more than
/// Share · N − DeviationBound go to it; its next option enters within WaitBound slots.
/// </summary>
public sealed record GuaranteeResponse(WorkCategory Category, int Share, int DeviationBound, int WaitBound);

internal static class Allocations
{
    internal static void MapAllocations(this RouteGroupBuilder boards)
    {
        boards.MapGet("/{boardId:guid}/allocations", Read).WithName("GetAllocations");
        boards.MapPut("/{boardId:guid}/allocations", Change).WithName("ChangeAllocations");
    }

    internal static IReadOnlyList<GuaranteeResponse> GuaranteesOf(DefinitionOfWorkflow workflow) =>
        [
            .. CategoryGuarantee
                .Of(workflow)
                .Select(g => new GuaranteeResponse(g.Category, g.Share, g.DeviationBound, g.WaitBound)),
        ];

    /// <summary>Ceilings, floors and shares with the bounds that follow from the shares.</summary>
    internal static async Task<Results<Ok<AllocationsResponse>, ProblemHttpResult>> Read(
        Guid boardId,
        BoardQueries queries,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (await queries.FindAsync(boardId, ct) is not { } board)
        {
            return BoardErrors.Unknown.ToProblem();
        }

        http.SetETag(board.Workflow.Version);
        return TypedResults.Ok(Response(boardId, board.Workflow));
    }

    /// <summary>
    /// Saves the room of the categories as the next version of the definition of workflow. 409 tells why it is
    /// impossible: floors above the limit, ceilings that leave room unused, shares above the whole.
    /// </summary>
    internal static async Task<Results<Ok<AllocationsResponse>, ProblemHttpResult>> Change(
        Guid boardId,
        AllocationsRequest request,
        IfMatch seen,
        WorkflowChanges changes,
        CancellationToken ct
    )
    {
        var saved = await changes.SaveAsync(
            boardId,
            seen,
            now => now with { Allocations = [.. (request.Allocations ?? []).Select(a => a.ToAllocation())] },
            ct
        );
        return saved.IsRefused ? saved.Error.ToProblem() : TypedResults.Ok(Response(boardId, saved.Value));
    }

    private static AllocationsResponse Response(Guid boardId, DefinitionOfWorkflow workflow) =>
        new(
            boardId,
            workflow.Version,
            [.. workflow.Allocations.Select(allocation => allocation.ToResponse())],
            GuaranteesOf(workflow)
        );
}
