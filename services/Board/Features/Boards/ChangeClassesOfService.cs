using System.ComponentModel.DataAnnotations;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Boards;

/// <summary>The lanes: their limits, the expedite limit, and what is expected of each. What is left out stays.</summary>
public sealed record ClassesOfServiceRequest(
    [property: MaxLength(10)] IReadOnlyList<ClassLimitRequest>? ClassLimits,
    [property: Range(0, 100_000)] int? ExpediteLimit,
    [property: MaxLength(50)] IReadOnlyList<ExpectationRequest>? Expectations
);

internal static class ChangeClassesOfService
{
    internal static void MapChangeClassesOfService(this RouteGroupBuilder boards) =>
        boards.MapPut("/{boardId:guid}/classes-of-service", Handle).WithName(nameof(ChangeClassesOfService));

    /// <summary>Saves the lanes as the next version of the definition of workflow; the rest of it stays.</summary>
    internal static async Task<Results<Ok<WorkflowResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        ClassesOfServiceRequest request,
        IfMatch seen,
        WorkflowChanges changes,
        CancellationToken ct
    )
    {
        var saved = await changes.SaveAsync(
            boardId,
            seen,
            now =>
                now with
                {
                    ClassLimits = request.ClassLimits is { } lanes
                        ? [.. lanes.Select(lane => lane.ToLimit())]
                        : now.ClassLimits,
                    ExpediteLimit = request.ExpediteLimit ?? now.ExpediteLimit,
                    Expectations = request.Expectations is { } expected
                        ? [.. expected.Select(expectation => expectation.ToExpectation())]
                        : now.Expectations,
                },
            ct
        );
        return saved.IsRefused ? saved.Error.ToProblem() : TypedResults.Ok(saved.Value.ToResponse(boardId));
    }
}
