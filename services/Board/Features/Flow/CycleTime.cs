using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>
/// Cycle time f − s, lead time f − m and customer lead time f − c of the items finished in the window.
/// </summary>
public sealed record CycleTimeResponse(
    WindowResponse Window,
    DistributionResponse CycleTime,
    DistributionResponse LeadTime,
    DistributionResponse CustomerLeadTime,
    IReadOnlyList<AttainmentResponse> Attainment,
    IReadOnlyList<FinishedItem> Items
);

/// <summary>A finished item: a point of the scatter, that opens to its card.</summary>
public sealed record FinishedItem(
    Guid CardId,
    string Key,
    WorkCategory Category,
    ClassOfService ClassOfService,
    DateTimeOffset FinishedAt,
    double CycleTimeDays,
    double LeadTimeDays
);

/// <summary>The share of items finished within a service level expectation; null without items.</summary>
public sealed record AttainmentResponse(
    WorkCategory? Category,
    ClassOfService? ClassOfService,
    double Days,
    double Probability,
    double? Attained
);

internal static class CycleTime
{
    internal static void MapCycleTime(this RouteGroupBuilder metrics) =>
        metrics.MapGet("/cycle-time", Handle).WithName("GetCycleTime");

    /// <summary>
    /// The times of finished items with percentiles by nearest rank, and how far expectations were met.
    /// </summary>
    internal static async Task<Results<Ok<CycleTimeResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        FlowScope flow,
        FlowQueries queries,
        CancellationToken ct
    )
    {
        var found = await flow.FindAsync(boardId, query, ct);
        if (found.IsRefused)
        {
            return found.Error.ToProblem();
        }

        var (scope, workflow) = found.Value;
        var items = await queries.FinishedAsync(boardId, scope, ct);
        return TypedResults.Ok(
            new CycleTimeResponse(
                scope.Response,
                DistributionResponse.Of(items.Select(item => item.CycleTime).OfType<TimeSpan>()),
                DistributionResponse.Of(items.Select(item => item.LeadTime).OfType<TimeSpan>()),
                DistributionResponse.Of(items.Select(item => item.FinishedAt - item.AcceptedAt).OfType<TimeSpan>()),
                [.. workflow.Expectations.Select(expected => Attained(expected, items, scope.Window))],
                [.. items.Select(Finished)]
            )
        );
    }

    private static AttainmentResponse Attained(ServiceLevelExpectation expected, List<FlowItem> items, Window window)
    {
        var meant = items
            .Where(item => expected.Category is null || item.Category == expected.Category)
            .Where(item => expected.ClassOfService is null || item.ClassOfService == expected.ClassOfService);
        return new(
            expected.Category,
            expected.ClassOfService,
            expected.Days,
            expected.Probability,
            FlowMeasures.Attainment(meant, window, TimeSpan.FromDays(expected.Days))
        );
    }

    private static FinishedItem Finished(FlowItem item) =>
        new(
            item.Id,
            item.Key,
            item.Category,
            item.ClassOfService,
            item.FinishedAt ?? default,
            item.CycleTime?.TotalDays ?? 0,
            item.LeadTime?.TotalDays ?? 0
        );
}
