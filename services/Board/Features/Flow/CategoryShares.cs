using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>
/// How the capacity went to the categories. AllocationDeviation is ½ Σ |share − target|: 0 is as wished; null where
/// nothing was finished or no floors say what is wished.
/// </summary>
public sealed record CategorySharesResponse(
    WindowResponse Window,
    double? AllocationDeviation,
    int Replenishments,
    IReadOnlyList<CategoryShareRow> Categories
);

/// <summary>
/// A category's shares of throughput and of WIP-time. Starvation: LongestWaitDays is the longest m − c of what was
/// committed in the window; LongestWithoutEntry the most replenishments in a row with nothing of it. Options that were
/// never committed are not on this board, and are not counted here.
/// </summary>
public sealed record CategoryShareRow(
    WorkCategory Category,
    int Finished,
    double? Share,
    double? WipShare,
    double? TargetShare,
    double? LongestWaitDays,
    int LongestWithoutEntry
);

internal static class CategoryShares
{
    internal static void MapCategoryShares(this RouteGroupBuilder metrics) =>
        metrics.MapGet("/categories", Handle).WithName("GetCategoryShares");

    /// <summary>Shares of the categories, their deviation from the allocation, and starvation.</summary>
    internal static Task<Results<Ok<CategorySharesResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        Measures measures,
        CancellationToken ct
    ) => measures.AnswerAsync(boardId, query, Answer, ct);

    private static CategorySharesResponse Answer(FlowSample flow)
    {
        var categories = CategoryFlow.Of(flow);
        return new(
            WindowResponse.Of(flow),
            CategoryFlow.Deviation(categories),
            CategoryFlow.Replenishments(flow).Count,
            [
                .. categories.Select(category => new CategoryShareRow(
                    category.Category,
                    category.Finished,
                    category.Share,
                    category.WipShare,
                    category.TargetShare,
                    category.LongestWaitDays,
                    category.LongestWithoutEntry
                )),
            ]
        );
    }
}
