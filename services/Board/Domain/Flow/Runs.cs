namespace FlowPlatform.Board.Domain.Flow;

/// <summary>Ascending arrays of ticks, as the parts of a sample keep them, taken together.</summary>
internal static class Runs
{
    /// <summary>
    /// All values in one ascending array. Runs that follow one another in time overlap a little: each costs its own values and
    /// those that it overlaps with.
    /// </summary>
    internal static long[] Merge(IReadOnlyList<long[]> runs)
    {
        var merged = new long[runs.Sum(run => run.Length)];
        var count = 0;
        foreach (var run in runs)
        {
            Insert(merged, count, run);
            count += run.Length;
        }

        return merged;
    }

    /// <summary>The smallest value that so many of all values do not exceed, as if they stood in one array.</summary>
    internal static long ValueAt(IReadOnlyList<long[]> runs, int place)
    {
        var (low, high) = (long.MaxValue, long.MinValue);
        foreach (var run in runs)
        {
            (low, high) = run.Length == 0 ? (low, high) : (Math.Min(low, run[0]), Math.Max(high, run[^1]));
        }

        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            var upTo = 0;
            foreach (var run in runs)
            {
                upTo += UpTo(run, middle);
            }

            (low, high) = upTo > place ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>How many values are at most t.</summary>
    internal static int UpTo(long[] ascending, long t)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ascending[middle] <= t ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>How many values lie in the window.</summary>
    internal static int Within(long[] ascending, Window window) =>
        UpTo(ascending, window.To.UtcTicks - 1) - UpTo(ascending, window.From.UtcTicks - 1);

    internal static long[] Sorted(List<long> values)
    {
        long[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted;
    }

    // From the highest down, until nothing of the run is left: what lies before it stays where it is.
    private static void Insert(long[] merged, int count, long[] run)
    {
        var (one, other) = (count - 1, run.Length - 1);
        for (var to = count + run.Length - 1; other >= 0; to--)
        {
            merged[to] = one >= 0 && merged[one] > run[other] ? merged[one--] : run[other--];
        }
    }
}
