namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// The flow metrics as they are defined: pure functions over items, half-open windows, no interpolation.
/// </summary>
internal static class FlowMeasures
{
    /// <summary>WIP(t) = #{i : s ≤ t &lt; f}.</summary>
    internal static int WipAt(IEnumerable<FlowItem> items, DateTimeOffset t) =>
        items.Count(item => item.IsInProgressAt(t));

    /// <summary>WIP at the first instant of each day that lies in the window.</summary>
    internal static IReadOnlyList<DayCount> WipRun(IEnumerable<FlowItem> items, DisplayDays days)
    {
        var steps = Steps.Of(
            items.Where(item => item.StartedAt is not null).Select(item => (item.StartedAt!.Value, item.EndedAt))
        );
        return [.. days.All().Select(day => new DayCount(day, steps.At(Later(days.StartOf(day), days.Window.From))))];
    }

    /// <summary>
    /// ∫ WIP(t) dt over the window, as the sum of the items' clipped times: the two are equal, exactly.
    /// </summary>
    internal static TimeSpan WipTime(IEnumerable<FlowItem> items, Window window) =>
        items
            .Where(item => item.StartedAt is not null)
            .Aggregate(TimeSpan.Zero, (sum, item) => sum + window.Overlap(item.StartedAt!.Value, item.EndedAt));

    /// <summary>Throughput = #{i : f ∈ T}: a count, never a sum of sizes.</summary>
    internal static int Throughput(IEnumerable<FlowItem> items, Window window) =>
        items.Count(item => window.Contains(item.FinishedAt));

    /// <summary>Throughput by day, days of zero included.</summary>
    internal static IReadOnlyList<DayCount> ThroughputRun(IEnumerable<FlowItem> items, DisplayDays days)
    {
        var byDay = items
            .Where(item => days.Window.Contains(item.FinishedAt))
            .CountBy(item => days.DayOf(item.FinishedAt!.Value))
            .ToDictionary();
        return [.. days.All().Select(day => new DayCount(day, byDay.GetValueOrDefault(day)))];
    }

    /// <summary>
    /// Little's law, WIP̄ ≈ TP̄ · CT̄, over a window: the relative residual. None of the three is computed from the
    /// others; null where nothing was in progress.
    /// </summary>
    internal static LittlesLaw LittlesLaw(IReadOnlyCollection<FlowItem> items, Window window)
    {
        var finished = items.Where(item => window.Contains(item.FinishedAt) && item.CycleTime is not null).ToList();
        var wip = WipTime(items, window) / window.Length;
        var throughputPerDay = finished.Count / window.Length.TotalDays;
        var cycleTime = finished.Count == 0 ? 0 : finished.Average(item => item.CycleTime!.Value.TotalDays);
        return new(wip, throughputPerDay, cycleTime, wip > 0 ? ((throughputPerDay * cycleTime) - wip) / wip : null);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

internal sealed record DayCount(DateOnly Day, int Count);

internal sealed record LittlesLaw(
    double AverageWip,
    double ThroughputPerDay,
    double AverageCycleTimeDays,
    double? RelativeResidual
);
