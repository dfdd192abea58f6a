namespace FlowPlatform.Board.Domain.Flow;

/// <summary>A card's entry into a column, by the column's place on the board.</summary>
internal readonly record struct ColumnEntry(Guid CardId, int Column, DateTimeOffset At);

/// <summary>
/// Cumulative flow: D_k(t) counts the cards that have ever entered column k or a later one by t. First entries count,
/// so that no line ever falls or crosses another; moves backwards are a line of their own.
/// </summary>
internal static class CumulativeFlow
{
    internal static IReadOnlyList<IReadOnlyList<int>> Lines(
        IEnumerable<ColumnEntry> entries,
        int columns,
        IReadOnlyList<DateTimeOffset> instants
    )
    {
        var arrivals = FirstArrivals(entries, columns);
        return
        [
            .. arrivals.Select(times =>
            {
                times.Sort();
                return (IReadOnlyList<int>)[.. instants.Select(t => CountUpTo(times, t))];
            }),
        ];
    }

    /// <summary>For each column, when each card first stood in it or in a later one.</summary>
    private static List<List<DateTimeOffset>> FirstArrivals(IEnumerable<ColumnEntry> entries, int columns)
    {
        List<List<DateTimeOffset>> arrivals = [.. Enumerable.Range(0, columns).Select(_ => new List<DateTimeOffset>())];
        foreach (var card in entries.GroupBy(entry => entry.CardId))
        {
            var furthest = -1;
            foreach (var entry in card.OrderBy(entry => entry.At))
            {
                for (; furthest < entry.Column; furthest++)
                {
                    arrivals[furthest + 1].Add(entry.At);
                }
            }
        }

        return arrivals;
    }

    private static int CountUpTo(List<DateTimeOffset> ascending, DateTimeOffset t)
    {
        var (low, high) = (0, ascending.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ascending[middle] <= t ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
