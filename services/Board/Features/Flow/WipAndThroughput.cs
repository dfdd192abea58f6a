using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>
/// Work in progress: WIP(t) = items with s ≤ t &lt; f. The average is ∫WIP dt over the window, exact. Little's law is
/// a check: its residual is (throughput × cycle time − WIP) / WIP.
/// </summary>
public sealed record WipResponse(
    WindowResponse Window,
    int AtEnd,
    double Average,
    double WipTimeDays,
    double? LittlesLawResidual,
    IReadOnlyList<WipPoint> Days
);

/// <summary>WIP at the first instant of a day.</summary>
public sealed record WipPoint(DateOnly Day, int Wip);

/// <summary>Items finished by day, days of zero included, and by category with its share.</summary>
public sealed record ThroughputResponse(
    WindowResponse Window,
    int Total,
    double PerDay,
    int Arrived,
    int Committed,
    IReadOnlyList<CategoryCount> Categories,
    IReadOnlyList<ThroughputPoint> Days
);

/// <summary>Items finished of a category; Share is of all items finished, null where there are none.</summary>
public sealed record CategoryCount(WorkCategory Category, int Finished, double? Share);

/// <summary>Items finished on a day.</summary>
public sealed record ThroughputPoint(DateOnly Day, int Finished);

internal static class WipAndThroughput
{
    internal static void MapWipAndThroughput(this RouteGroupBuilder metrics)
    {
        metrics.MapGet("/wip", Wip).WithName("GetWip");
        metrics.MapGet("/throughput", Throughput).WithName("GetThroughput");
    }

    /// <summary>Work in progress by day, its time-weighted average, and the check by Little's law.</summary>
    internal static async Task<Results<Ok<WipResponse>, ProblemHttpResult>> Wip(
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

        var (scope, _) = found.Value;
        var items = await queries.ItemsAsync(boardId, scope, ct);
        var law = FlowMeasures.LittlesLaw(items, scope.Window);
        return TypedResults.Ok(
            new WipResponse(
                scope.Response,
                FlowMeasures.WipAt(items, scope.Window.To),
                law.AverageWip,
                FlowMeasures.WipTime(items, scope.Window).TotalDays,
                law.RelativeResidual,
                [
                    .. scope
                        .Days.All()
                        .Select(day => new WipPoint(day, FlowMeasures.WipAt(items, scope.Days.StartOf(day)))),
                ]
            )
        );
    }

    /// <summary>Items finished: a count, never a sum of sizes.</summary>
    internal static async Task<Results<Ok<ThroughputResponse>, ProblemHttpResult>> Throughput(
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

        var (scope, _) = found.Value;
        var items = await queries.ItemsAsync(boardId, scope, ct);
        var total = FlowMeasures.Throughput(items, scope.Window);
        return TypedResults.Ok(
            new ThroughputResponse(
                scope.Response,
                total,
                total / scope.Window.Length.TotalDays,
                items.Count(item => scope.Window.Contains(item.AcceptedAt)),
                items.Count(item => scope.Window.Contains(item.CommittedAt)),
                [.. Enum.GetValues<WorkCategory>().Select(category => Of(category, items, scope.Window, total))],
                [
                    .. FlowMeasures
                        .ThroughputRun(items, scope.Days)
                        .Select(day => new ThroughputPoint(day.Day, day.Count)),
                ]
            )
        );
    }

    private static CategoryCount Of(WorkCategory category, List<FlowItem> items, Window window, int total)
    {
        var finished = FlowMeasures.Throughput(items.Where(item => item.Category == category), window);
        return new(category, finished, total == 0 ? null : (double)finished / total);
    }
}
