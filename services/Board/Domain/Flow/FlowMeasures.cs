namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// The flow metrics as they are defined: pure functions of a sample, half-open windows, no interpolation.
/// </summary>
internal static class FlowMeasures
{
    /// <summary>WIP(t) = #{i : s ≤ t &lt; f} at the first instant of each day that lies in the window.</summary>
    internal static IReadOnlyList<DayCount> WipRun(FlowSample flow)
    {
        var (days, from) = (flow.Days, flow.Window.From);
        var steps = Steps.Of([.. flow.Parts.SelectMany(part => part.Made(PartProgress.Of).ByCategory.Values)]);
        return [.. days.All().Select(day => new DayCount(day, steps.At(Later(days.StartOf(day), from))))];
    }

    /// <summary>
    /// ∫ WIP(t) dt over the window, as the sum of the items' clipped times: the two are equal, exactly.
    /// </summary>
    internal static TimeSpan WipTime(FlowSample flow) =>
        new(
            flow.Parts.SelectMany(part => part.Made(PartProgress.Of).ByCategory.Values)
                .Sum(turns => turns.TimeWithin(flow.Window))
        );

    /// <summary>#{i : c ∈ T}.</summary>
    internal static int Arrivals(FlowSample flow) =>
        flow.Parts.Sum(part => Runs.Within(part.Made(PartArrivals.Of).Accepted, flow.Window));

    /// <summary>Throughput by day, days of zero included: a count, never a sum of sizes.</summary>
    internal static IReadOnlyList<DayCount> ThroughputRun(FlowSample flow)
    {
        List<DateOnly> all = [.. flow.Days.All()];
        // Where each day begins, so that an item costs a comparison and not a conversion between time zones.
        long[] starts = [.. all.Skip(1).Select(day => flow.Days.StartOf(day).UtcTicks), long.MaxValue];
        var counts = new int[all.Count];
        foreach (var part in flow.Parts)
        {
            var day = 0;
            foreach (var finished in part.Made(FinishedTimes.Of).Finished)
            {
                for (; finished >= starts[day]; day++) { }

                counts[day]++;
            }
        }

        return [.. all.Select((day, index) => new DayCount(day, counts[index]))];
    }

    /// <summary>
    /// Little's law, WIP̄ ≈ TP̄ · CT̄, over a window: the relative residual. None of the three is computed from the
    /// others; null where nothing was in progress.
    /// </summary>
    internal static LittlesLaw LittlesLaw(FlowSample flow)
    {
        var window = flow.Window;
        List<PartTimes> times = [.. flow.Parts.Select(part => part.Made(PartTimes.Of))];
        var finished = times.Sum(part => part.Cycle.Values.Sum(group => group.Length));
        var wipTime = WipTime(flow);
        var wip = wipTime / window.Length;
        var throughputPerDay = finished / window.Length.TotalDays;
        var cycleTime = finished == 0 ? 0 : new TimeSpan(times.Sum(part => part.CycleTicks)).TotalDays / finished;
        var residual = wip > 0 ? (((throughputPerDay * cycleTime) - wip) / wip) : (double?)null;
        return new(wipTime, wip, throughputPerDay, cycleTime, residual);
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
