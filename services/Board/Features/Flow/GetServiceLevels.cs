using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>
/// What the board promises and what its history gives: the expectations with how far they were met, and for each category
/// and class the smallest number of days within which the share p of its items was finished.
/// </summary>
public sealed record ServiceLevelsResponse(
    WindowResponse Window,
    double Probability,
    IReadOnlyList<AttainmentResponse> Expectations,
    IReadOnlyList<ServiceLevelRow> History
);

/// <summary>The smallest d with #{CT ≤ d} / n ≥ p; null below ten items. Without category and class: of all items.</summary>
public sealed record ServiceLevelRow(WorkCategory? Category, ClassOfService? ClassOfService, int Count, double? Days);

internal static class GetServiceLevels
{
    private const double Usual = 0.85;

    internal static void MapServiceLevels(this RouteGroupBuilder board) =>
        board
            .MapGet("/boards/{boardId:guid}/sle", Handle)
            .WithName(nameof(GetServiceLevels))
            .WithTags("Flow")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    /// <summary>Service level expectations: as published, as met, and as the history would support (p = 0.85).</summary>
    internal static Task<Results<Ok<ServiceLevelsResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        double? probability,
        Measures measures,
        CancellationToken ct
    ) => measures.AnswerAsync(boardId, query, flow => Answer(flow, probability ?? Usual), ct);

    private static Result<ServiceLevelsResponse> Answer(FlowSample flow, double probability)
    {
        if (probability is not (> 0 and < 1))
        {
            return Problems.Field("probability", "It lies between 0 and 1.");
        }

        return new ServiceLevelsResponse(
            WindowResponse.Of(flow),
            probability,
            [.. ServiceLevels.Attained(flow).Select(CycleTime.Attained)],
            [
                .. ServiceLevels
                    .At(flow, probability)
                    .Select(level => new ServiceLevelRow(
                        level.Category,
                        level.ClassOfService,
                        level.Count,
                        level.Days?.TotalDays
                    )),
            ]
        );
    }
}
