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
            .Parts.SelectMany(part => part.Made(flow.Workflows, of => Judged(of, flow.Workflows)).ByExpectation)
            .GroupBy(one => one.Key, one => one.Value)
            .ToDictionary(
                one => one.Key,
                one => new Attainment(one.Key, one.Sum(of => of.Finished), one.Sum(of => of.Within))
            );
        var idle = flow.Workflow.Expectations.Where(expected => !judged.ContainsKey(expected));
        return [.. judged.Values, .. idle.Select(expected => new Attainment(expected, 0, 0))];
    }

    private static PartAttainment Judged(FlowPart part, WorkflowVersions workflows)
    {
        var judged = new Dictionary<ServiceLevelExpectation, (int Finished, int Within)>();
        foreach (var item in part.Finished.Where(item => item.CycleTime is not null))
        {
            var inForce = workflows.At(item.StartedAt!.Value).Expectations;
            foreach (var expected in inForce.Where(expected => expected.Covers(item.Category, item.ClassOfService)))
            {
                var (finished, within) = judged.GetValueOrDefault(expected);
                var isWithin = item.CycleTime <= TimeSpan.FromDays(expected.Days);
                judged[expected] = (finished + 1, within + (isWithin ? 1 : 0));
            }
        }

        return new(judged);
    }

    private sealed record PartAttainment(
        IReadOnlyDictionary<ServiceLevelExpectation, (int Finished, int Within)> ByExpectation
    );

    /// <summary>What could be expected at probability p: for all items, each category, each class, and each pair.</summary>
    internal static IReadOnlyList<ServiceLevel> At(FlowSample flow, double probability)
    {
        var pairs = flow.Parts.SelectMany(part => part.Made(PartTimes.Of).Cycle).ToList();
        // All items first, then by category, by class and by both.
        return
        [
            Level(null, null, [.. pairs.Select(pair => pair.Value)], probability),
            .. pairs
                .GroupBy(pair => pair.Key.Category, pair => pair.Value)
                .OrderBy(group => group.Key)
                .Select(group => Level(group.Key, null, [.. group], probability)),
            .. pairs
                .GroupBy(pair => pair.Key.ClassOfService, pair => pair.Value)
                .OrderBy(group => group.Key)
                .Select(group => Level(null, group.Key, [.. group], probability)),
            .. pairs
                .GroupBy(pair => pair.Key, pair => pair.Value)
                .OrderBy(group => group.Key)
                .Select(group => Level(group.Key.Category, group.Key.ClassOfService, [.. group], probability)),
        ];
    }

    private static ServiceLevel Level(
        WorkCategory? category,
        ClassOfService? classOfService,
        IReadOnlyList<long[]> times,
        double probability
    )
    {
        var count = times.Sum(run => run.Length);
        return new(
            category,
            classOfService,
            count,
            count < Percentiles.Enough
                ? null
                : new TimeSpan(Runs.ValueAt(times, Percentiles.PlaceOf(count, probability)))
        );
    }
}
