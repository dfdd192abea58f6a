using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>What an experiment is to change.</summary>
public enum FlowMetric
{
    /// <summary>Items finished a day.</summary>
    Throughput,

    /// <summary>Mean f − s of the items finished, in days.</summary>
    CycleTime,

    /// <summary>Mean f − m of the items finished, in days.</summary>
    LeadTime,

    /// <summary>Active time / lead time, as a ratio of sums.</summary>
    FlowEfficiency,

    /// <summary>Lead time that was not active, in days for each finished item.</summary>
    WastePerItem,

    /// <summary>Blocked time, as a union, in days for each finished item.</summary>
    BlockedPerItem,

    /// <summary>Technical debt finished less committed, items a day.</summary>
    DebtNetPaydown,
}

/// <summary>A day's part of a ratio of sums.</summary>
internal readonly record struct DayCell(double Sum, double Count)
{
    public static DayCell operator +(DayCell one, DayCell other) => new(one.Sum + other.Sum, one.Count + other.Count);
}

/// <summary>A metric as daily parts of one ratio of sums, by whole days of 24 hours from the window's beginning.</summary>
internal static class MetricSeries
{
    internal static DayCell[] Of(FlowMetric metric, FlowSample flow, Window window)
    {
        var cells = new DayCell[(int)(window.Length / TimeSpan.FromDays(1))];
        var whole = window with { To = window.From.AddDays(cells.Length) };
        if (metric is FlowMetric.Throughput or FlowMetric.DebtNetPaydown)
        {
            Array.Fill(cells, new DayCell(0, 1));
        }

        foreach (var item in flow.Items)
        {
            Add(cells, whole, item.FinishedAt, item.FinishedAt is null ? default : Finished(metric, item));
            if (metric == FlowMetric.DebtNetPaydown && item.Category == WorkCategory.TechnicalDebt)
            {
                Add(cells, whole, item.CommittedAt, new(-1, 0));
            }
        }

        return cells;
    }

    /// <summary>The ratio of the sums; null where there is nothing to divide by.</summary>
    internal static double? Value(IEnumerable<DayCell> cells)
    {
        var sum = cells.Aggregate(default(DayCell), (all, cell) => all + cell);
        return sum.Count > 0 ? sum.Sum / sum.Count : null;
    }

    private static void Add(DayCell[] cells, Window whole, DateTimeOffset? at, DayCell cell)
    {
        if (at is { } t && whole.Contains(t))
        {
            cells[(int)((t - whole.From) / TimeSpan.FromDays(1))] += cell;
        }
    }

    private static DayCell Finished(FlowMetric metric, FlowItem item) =>
        metric switch
        {
            FlowMetric.Throughput => new(1, 0),
            FlowMetric.CycleTime when item.CycleTime is { } time => new(time.TotalDays, 1),
            FlowMetric.LeadTime when item.LeadTime is { } time => new(time.TotalDays, 1),
            FlowMetric.FlowEfficiency when item.LeadTime is { } time => new(item.ActiveTicks, time.Ticks),
            FlowMetric.WastePerItem when item.LeadTime is { } time => new(Days(time.Ticks - item.ActiveTicks), 1),
            FlowMetric.BlockedPerItem => new(Days(BlockedTime.OfItem(item)), 1),
            FlowMetric.DebtNetPaydown when item.Category == WorkCategory.TechnicalDebt => new(1, 0),
            _ => default,
        };

    private static double Days(long ticks) => (double)ticks / TimeSpan.TicksPerDay;
}
