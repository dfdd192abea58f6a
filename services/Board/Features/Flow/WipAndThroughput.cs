using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
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
    IReadOnlyList<WipPoint> Days,
    LittlesLawResponse LittlesLaw
);

/// <summary>The three sides of the check, none computed from the others.</summary>
public sealed record LittlesLawResponse(
    double AverageWip,
    double ThroughputPerDay,
    double AverageCycleTimeDays,
    double? RelativeResidual
);

/// <summary>WIP at the first instant of a day that lies in the window.</summary>
public sealed record WipPoint(DateOnly Day, int Wip);

/// <summary>
/// Items finished by day, days of zero included, and by category with its share. NetFlow is finished / committed.
/// </summary>
public sealed record ThroughputResponse(
    WindowResponse Window,
    int Total,
    double PerDay,
    int Arrived,
    int Committed,
    IReadOnlyList<CategoryCount> Categories,
    IReadOnlyList<ThroughputPoint> Days,
    double? NetFlow
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
    internal static Task<Results<Ok<WipResponse>, ProblemHttpResult>> Wip(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        Measures measures,
        CancellationToken ct
    ) => measures.AnswerAsync(boardId, query, WipOf, ct);

    /// <summary>Items finished: a count, never a sum of sizes.</summary>
    internal static Task<Results<Ok<ThroughputResponse>, ProblemHttpResult>> Throughput(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        Measures measures,
        CancellationToken ct
    ) => measures.AnswerAsync(boardId, query, ThroughputOf, ct);

    private static WipResponse WipOf(FlowSample flow)
    {
        var law = FlowMeasures.LittlesLaw(flow);
        return new(
            WindowResponse.Of(flow),
            flow.InProgressAtEnd.Count(),
            law.AverageWip,
            law.WipTime.TotalDays,
            law.RelativeResidual,
            [.. FlowMeasures.WipRun(flow).Select(day => new WipPoint(day.Day, day.Count))],
            new(law.AverageWip, law.ThroughputPerDay, law.AverageCycleTimeDays, law.RelativeResidual)
        );
    }

    private static ThroughputResponse ThroughputOf(FlowSample flow)
    {
        var total = flow.FinishedCount;
        var committed = PartCommitments.Of(flow).Sum(part => part.Counts.Values.Sum());
        var run = FlowMeasures.ThroughputRun(flow);
        return new(
            WindowResponse.Of(flow),
            total,
            total / flow.Window.Length.TotalDays,
            FlowMeasures.Arrivals(flow),
            committed,
            [.. CategoryFlow.Of(flow).Select(c => new CategoryCount(c.Category, c.Finished, c.Share))],
            [.. run.Select(day => new ThroughputPoint(day.Day, day.Count))],
            committed == 0 ? null : (double)total / committed
        );
    }
}
