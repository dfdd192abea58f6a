namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// Monte Carlo over the daily throughput of a stated window: days are drawn with replacement, days of zero stay in. The
/// same seed and the same days give the same answer, on any machine.
/// </summary>
internal static class Forecasts
{
    internal const int Runs = 10_000;

    /// <summary>A run that never ends is cut here; such a forecast says that the history does not support it.</summary>
    internal const int LongestDays = 3_650;

    /// <summary>
    /// How many items in so many days: the number promised at confidence p is the (1 − p) percentile of the sums.
    /// </summary>
    internal static IReadOnlyList<int> HowMany(IReadOnlyList<int> daily, int days, ulong seed)
    {
        var random = new SplitMix(seed);
        var sums = new int[Runs];
        for (var run = 0; run < Runs; run++)
        {
            for (var day = 0; day < days; day++)
            {
                sums[run] += daily[random.Next(daily.Count)];
            }
        }

        Array.Sort(sums);
        return sums;
    }

    /// <summary>In how many days so many items are done; null when no item was ever done in the window.</summary>
    internal static IReadOnlyList<int>? When(IReadOnlyList<int> daily, int items, ulong seed)
    {
        if (daily.All(count => count == 0))
        {
            return null;
        }

        var random = new SplitMix(seed);
        var lengths = new int[Runs];
        for (var run = 0; run < Runs; run++)
        {
            for (var done = 0; done < items && lengths[run] < LongestDays; lengths[run]++)
            {
                done += daily[random.Next(daily.Count)];
            }
        }

        Array.Sort(lengths);
        return lengths;
    }

    internal static int PromisedAt(IReadOnlyList<int> ascendingSums, double confidence) =>
        Percentiles.NearestRank(ascendingSums, 1 - confidence);
}

/// <summary>
/// SplitMix64: a small generator that is the same everywhere, unlike the framework's, which may change.
/// </summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    internal int Next(int below)
    {
        _state += 0x9E37_79B9_7F4A_7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        z ^= z >> 31;
        return (int)(((UInt128)z * (ulong)below) >> 64);
    }
}
