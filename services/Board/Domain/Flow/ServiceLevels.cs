using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// How far an expectation was met: the share of items finished in the window within the days that were in force for
/// their category and class when they started.
/// </summary>
internal sealed record Attainment(ServiceLevelExpectation Expected, int Finished, int Within)
{
    internal double? Share => Finished == 0 ? null : (double)Within / Finished;
}

/// <summary>The service level that the history gives: the smallest d with #{CT ≤ d} / n ≥ p.</summary>
internal sealed record ServiceLevel(WorkCategory? Category, ClassOfService? ClassOfService, int Count, TimeSpan? Days);

internal static class ServiceLevels
{
    /// <summary>One row for each expectation that was in force for a finished item, and for each present one.</summary>
    internal static IReadOnlyList<Attainment> Attained(FlowSample flow)
    {
        var judged = flow
            .Finished.Where(item => item.CycleTime is not null)
            .SelectMany(item =>
                flow.Workflows.At(item.StartedAt!.Value)
                    .Expectations.Where(expected => Covers(expected, item))
                    .Select(expected => (Expected: expected, Item: item))
            )
            .GroupBy(pair => pair.Expected)
            .ToDictionary(
                expected => expected.Key,
                expected => new Attainment(
                    expected.Key,
                    expected.Count(),
                    expected.Count(pair => pair.Item.CycleTime <= TimeSpan.FromDays(expected.Key.Days))
                )
            );
        var idle = flow.Workflow.Expectations.Where(expected => !judged.ContainsKey(expected));
        return [.. judged.Values, .. idle.Select(expected => new Attainment(expected, 0, 0))];
    }

    /// <summary>What could be expected at probability p: for all items, each category, each class, and each pair.</summary>
    internal static IReadOnlyList<ServiceLevel> At(FlowSample flow, double probability)
    {
        var items = flow.Finished.Where(item => item.CycleTime is not null).ToList();
        return
        [
            Level(null, null, items, probability),
            .. items.GroupBy(i => i.Category).Select(c => Level(c.Key, null, c, probability)),
            .. items.GroupBy(i => i.ClassOfService).Select(c => Level(null, c.Key, c, probability)),
            .. items
                .GroupBy(i => (i.Category, i.ClassOfService))
                .Select(c => Level(c.Key.Category, c.Key.ClassOfService, c, probability)),
        ];
    }

    internal static bool Covers(ServiceLevelExpectation expected, FlowItem item) =>
        (expected.Category is null || expected.Category == item.Category)
        && (expected.ClassOfService is null || expected.ClassOfService == item.ClassOfService);

    private static ServiceLevel Level(
        WorkCategory? category,
        ClassOfService? classOfService,
        IEnumerable<FlowItem> items,
        double probability
    )
    {
        List<TimeSpan> ascending = [.. items.Select(item => item.CycleTime!.Value).Order()];
        return new(
            category,
            classOfService,
            ascending.Count,
            ascending.Count < Percentiles.Enough ? null : Percentiles.NearestRank(ascending, probability)
        );
    }
}
