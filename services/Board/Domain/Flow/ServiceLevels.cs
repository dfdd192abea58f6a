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
        if (flow.Workflows.All.All(saved => saved.Definition.Expectations.Count == 0))
        {
            return [];
        }

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
        var groups = new Dictionary<(WorkCategory? Category, ClassOfService? ClassOfService), List<long>>
        {
            [default] = [],
        };
        foreach (var item in flow.Finished.Where(item => item.CycleTime is not null))
        {
            var time = item.CycleTime!.Value.Ticks;
            Add((null, null), time);
            Add((item.Category, null), time);
            Add((null, item.ClassOfService), time);
            Add((item.Category, item.ClassOfService), time);
        }

        void Add((WorkCategory?, ClassOfService?) group, long time)
        {
            var times = groups.TryGetValue(group, out var known) ? known : groups[group] = [];
            times.Add(time);
        }

        // All items first, then by category, by class and by both.
        return
        [
            .. groups
                .OrderBy(group => (group.Key.Category is null ? 0 : 1) + (group.Key.ClassOfService is null ? 0 : 2))
                .ThenBy(group => group.Key)
                .Select(group => Level(group.Key, group.Value, probability)),
        ];
    }

    internal static bool Covers(ServiceLevelExpectation expected, FlowItem item) =>
        (expected.Category is null || expected.Category == item.Category)
        && (expected.ClassOfService is null || expected.ClassOfService == item.ClassOfService);

    private static ServiceLevel Level(
        (WorkCategory? Category, ClassOfService? ClassOfService) group,
        List<long> times,
        double probability
    )
    {
        times.Sort();
        return new(
            group.Category,
            group.ClassOfService,
            times.Count,
            times.Count < Percentiles.Enough ? null : new TimeSpan(Percentiles.NearestRank(times, probability))
        );
    }
}
