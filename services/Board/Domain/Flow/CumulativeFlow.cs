namespace FlowPlatform.Board.Domain.Flow;

/// <summary>A card's entry into a column, by the column's place on the board.</summary>
internal readonly record struct ColumnEntry(int Column, DateTimeOffset At);

/// <summary>
/// Cumulative flow: D_k(t) counts the cards that have ever entered column k or a later one by t. First entries count,
/// so that no line ever falls or crosses another; moves backwards are a line of their own.
/// </summary>
internal static class CumulativeFlow
{
    internal static IReadOnlyList<IReadOnlyList<int>> Lines(FlowSample flow, IReadOnlyList<DateTimeOffset> instants)
    {
        var columns = flow.Workflow.Columns.Count;
        return Lines(flow.Items.Select(item => Path(flow, item)), columns, instants, ReachedBefore(flow));
    }

    /// <summary>
    /// The lines at ascending instants, from each card's entries in order. Before is how many cards had reached each
    /// column that are not among the paths. Costs one pass over the entries.
    /// </summary>
    internal static IReadOnlyList<IReadOnlyList<int>> Lines(
        IEnumerable<IEnumerable<ColumnEntry>> paths,
        int columns,
        IReadOnlyList<DateTimeOffset> instants,
        IReadOnlyList<long> before
    )
    {
        long[] ends = [.. instants.Select(instant => instant.UtcTicks)];
        var arrivals = new int[columns, ends.Length + 1];
        foreach (var path in paths)
        {
            var furthest = -1;
            foreach (var entry in path)
            {
                // The first instant at which the entry has happened.
                var at = entry.Column > furthest ? FirstNotBefore(ends, entry.At.UtcTicks) : 0;
                for (; furthest < entry.Column; furthest++)
                {
                    arrivals[furthest + 1, at]++;
                }
            }
        }

        return [.. Enumerable.Range(0, columns).Select(k => Sums(arrivals, k, instants.Count, before[k]))];
    }

    /// <summary>Moves backwards at their times: entries into a column before the one that the card came from.</summary>
    internal static IEnumerable<(FlowItem Item, DateTimeOffset At)> Backflow(FlowSample flow)
    {
        foreach (var item in flow.Items)
        {
            for (var index = 1; index < item.Stays.Count; index++)
            {
                var (from, to) = (item.Stays[index - 1], item.Stays[index]);
                if (
                    flow.Window.Contains(to.At)
                    && flow.Workflow.IndexOf(to.ColumnId) < flow.Workflow.IndexOf(from.ColumnId)
                )
                {
                    yield return (item, to.At);
                }
            }
        }
    }

    /// <summary>A finished item has reached every column, also where its Done is gone from the definition.</summary>
    private static IEnumerable<ColumnEntry> Path(FlowSample flow, FlowItem item)
    {
        foreach (var stay in item.Stays)
        {
            yield return new(flow.Workflow.IndexOf(stay.ColumnId), stay.At);
        }

        if (item.FinishedAt is { } finished)
        {
            yield return new(flow.Workflow.Columns.Count - 1, finished);
        }
    }

    private static long[] ReachedBefore(FlowSample flow)
    {
        var reached = new long[flow.Workflow.Columns.Count];
        foreach (var ended in flow.Before)
        {
            var furthest = ended.IsFinished ? reached.Length - 1 : flow.Workflow.IndexOf(ended.Furthest);
            for (var column = 0; column <= furthest; column++)
            {
                reached[column] += ended.Items;
            }
        }

        return reached;
    }

    private static int[] Sums(int[,] arrivals, int column, int instants, long before)
    {
        var values = new int[instants];
        var sum = (int)before;
        for (var at = 0; at < instants; at++)
        {
            sum += arrivals[column, at];
            values[at] = sum;
        }

        return values;
    }

    private static int FirstNotBefore(long[] ascending, long t)
    {
        var found = Array.BinarySearch(ascending, t);
        return found >= 0 ? found : ~found;
    }
}
