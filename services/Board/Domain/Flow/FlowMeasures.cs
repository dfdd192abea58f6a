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
    internal static TimeSpan WipTime(IEnumerable<FlowItem> items, Window window)
    {
        var sum = TimeSpan.Zero;
        foreach (var item in items)
        {
            sum += item.StartedAt is { } started ? window.Overlap(started, item.EndedAt) : TimeSpan.Zero;
        }

        return sum;
    }

    /// <summary>Throughput = #{i : f ∈ T}: a count, never a sum of sizes.</summary>
    internal static int Throughput(IEnumerable<FlowItem> items, Window window) =>
        items.Count(item => window.Contains(item.FinishedAt));

    /// <summary>Throughput by day, days of zero included.</summary>
    internal static IReadOnlyList<DayCount> ThroughputRun(IEnumerable<FlowItem> items, DisplayDays days)
    {
        List<DateOnly> all = [.. days.All()];
        // Where each day begins, so that an item costs a search and not a conversion between time zones.
        long[] starts = [.. all.Select(day => days.StartOf(day).UtcTicks)];
        var counts = new int[all.Count];
        foreach (var item in items)
        {
            if (item.FinishedAt is { } finished && days.Window.Contains(finished))
            {
                counts[LastNotAfter(starts, finished.UtcTicks)]++;
            }
        }

        return [.. all.Select((day, index) => new DayCount(day, counts[index]))];
    }

    /// <summary>
    /// Little's law, WIP̄ ≈ TP̄ · CT̄, over a window: the relative residual. None of the three is computed from the
    /// others; null where nothing was in progress.
    /// </summary>
    internal static LittlesLaw LittlesLaw(IReadOnlyCollection<FlowItem> items, Window window)
    {
        var finished = items.Where(item => window.Contains(item.FinishedAt) && item.CycleTime is not null).ToList();
        var wipTime = WipTime(items, window);
        var wip = wipTime / window.Length;
        var throughputPerDay = finished.Count / window.Length.TotalDays;
        var cycleTime = finished.Count == 0 ? 0 : finished.Average(item => item.CycleTime!.Value.TotalDays);
        var residual = wip > 0 ? (((throughputPerDay * cycleTime) - wip) / wip) : (double?)null;
        return new(wipTime, wip, throughputPerDay, cycleTime, residual);
    }

    private static int LastNotAfter(long[] ascending, long t)
    {
        var found = Array.BinarySearch(ascending, t);
        return Math.Max(0, found >= 0 ? found : ~found - 1);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

internal sealed record DayCount(DateOnly Day, int Count);

internal sealed record LittlesLaw(
    TimeSpan WipTime,
    double AverageWip,
    double ThroughputPerDay,
    double AverageCycleTimeDays,
    double? RelativeResidual
);
