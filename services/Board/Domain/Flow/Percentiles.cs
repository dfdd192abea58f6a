namespace FlowPlatform.Board.Domain.Flow;

/// <summary>Percentiles by nearest rank: value number ⌈p·n⌉ in ascending order, so that each is a real item.</summary>
internal static class Percentiles
{
    /// <summary>Below this many values a percentile says too little to be shown.</summary>
    internal const int Enough = 10;

    internal static T NearestRank<T>(IReadOnlyList<T> ascending, double p) => ascending[PlaceOf(ascending.Count, p)];

    /// <summary>The place, from 0, of the value of that rank among so many in ascending order.</summary>
    internal static int PlaceOf(int count, double p)
    {
        // 0.85 × 20 is 17.000000000000004 in binary; the item meant is the 17th.
        var rank = (int)Math.Ceiling((p * count) - 1e-9);
        return Math.Clamp(rank, 1, count) - 1;
    }

    /// <summary>
    /// The value that would stand at this place in ascending order (Hoare's selection). Smaller ones stand before it
    /// afterwards, so that a lower place is looked for among these alone. A pass or two, where sorting takes seventeen.
    /// </summary>
    internal static long Select(Span<long> values, int place)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = values[low + ((high - low) / 2)];
            var (left, right) = (low, high);
            while (left <= right)
            {
                for (; values[left] < pivot; left++) { }
                for (; values[right] > pivot; right--) { }
                if (left <= right)
                {
                    (values[left], values[right]) = (values[right], values[left]);
                    (left, right) = (left + 1, right - 1);
                }
            }

            (low, high) =
                place <= right ? (low, right)
                : place >= left ? (left, high)
                : (place, place);
        }

        return values[place];
    }
}

/// <summary>Times with their percentiles; these are null and TooFew is set below ten values.</summary>
internal sealed record Distribution(int Count, bool TooFew, TimeSpan? P50, TimeSpan? P85, TimeSpan? P95, TimeSpan? Mean)
{
    /// <summary>Of times in ascending runs of ticks, as the parts of a sample keep them.</summary>
    internal static Distribution OfSorted(IReadOnlyList<long[]> runs)
    {
        var count = runs.Sum(run => run.Length);
        if (count < Percentiles.Enough)
        {
            return Few(count);
        }

        TimeSpan At(double p) => new(Runs.ValueAt(runs, Percentiles.PlaceOf(count, p)));
        var mean = new TimeSpan(runs.Sum(run => run.Sum()) / count);
        return new(count, TooFew: false, At(0.50), At(0.85), At(0.95), mean);
    }

    private static Distribution Few(int count) => new(count, TooFew: true, null, null, null, null);

    internal static Distribution Of(IEnumerable<TimeSpan> times)
    {
        var values = times.Select(time => time.Ticks).ToArray();
        if (values.Length < Percentiles.Enough)
        {
            return Few(values.Length);
        }

        var mean = new TimeSpan(values.Sum() / values.Length);
        var upTo = values.Length;
        TimeSpan At(double p)
        {
            var place = Percentiles.PlaceOf(values.Length, p);
            var value = new TimeSpan(Percentiles.Select(values.AsSpan(0, upTo), place));
            upTo = place + 1;
            return value;
        }

        // From the highest down, each among those that are not above the one before.
        var (p95, p85, p50) = (At(0.95), At(0.85), At(0.50));
        return new(values.Length, TooFew: false, p50, p85, p95, mean);
    }
}
