namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// Monte Carlo over the daily throughput of a stated window: days are drawn with replacement, days of zero stay in. The
/// same seed and the same days give the same answer, on any machine.
/// </summary>
internal static class Forecasts
{
    internal const int Runs = 10_000;

    /// <summary>Told with each forecast: what is drawn, and how. It changes when the same seed would answer otherwise.</summary>
    internal const string Version = "monte-carlo-1";

    /// <summary>A run that never ends is cut here; such a forecast says that the history does not support it.</summary>
    internal const int LongestDays = 3_650;

    /// <summary>
    /// How many items in so many days: the number promised at confidence p is the (1 − p) percentile of the sums.
    /// </summary>
    internal static IReadOnlyList<int> HowMany(IReadOnlyList<int> daily, int days, ulong seed)
    {
        int[] drawn = [.. daily];
        var random = new SplitMix(seed);
        var sums = new int[Runs];
        for (var run = 0; run < Runs; run++)
        {
            var sum = 0;
            for (var day = 0; day < days; day++)
            {
                sum += drawn[random.Next(drawn.Length)];
            }

            sums[run] = sum;
        }

        Sort(sums);
        return sums;
    }

    /// <summary>Into ascending order: by counting where the values lie closer together than there are values.</summary>
    private static void Sort(int[] sums)
    {
        var (least, most) = (sums.Min(), sums.Max());
        if (most - least > sums.Length)
        {
            Array.Sort(sums);
            return;
        }

        var counts = new int[most - least + 1];
        foreach (var sum in sums)
        {
            counts[sum - least]++;
        }

        var place = 0;
        for (var value = 0; value < counts.Length; value++)
        {
            Array.Fill(sums, value + least, place, counts[value]);
            place += counts[value];
        }
    }

    /// <summary>In how many days so many items are done; null when no item was ever done in the window.</summary>
    internal static IReadOnlyList<int>? When(IReadOnlyList<int> daily, int items, ulong seed)
    {
        int[] drawn = [.. daily];
        if (drawn.All(count => count == 0))
        {
            return null;
        }

        var random = new SplitMix(seed);
        var lengths = new int[Runs];
        for (var run = 0; run < Runs; run++)
        {
            lengths[run] = DaysUntil(drawn, items, random);
        }

        Array.Sort(lengths);
        return lengths;
    }

    /// <summary>
    /// When this card is done, as time from now. In progress: a cycle time longer than its age is drawn. Before that: as
    /// many items as stand ahead are finished first, then a cycle time is drawn. Null where no history supports it: the
    /// card is older than all that were finished, or nothing was.
    /// </summary>
    internal static IReadOnlyList<TimeSpan>? Card(CardAhead card, IReadOnlyList<int> daily, ulong seed)
    {
        TimeSpan[] times = [.. card.CycleTimes.Where(time => time > card.Age)];
        int[] drawn = [.. daily];
        if (times.Length == 0 || (card.Ahead > 0 && drawn.All(count => count == 0)))
        {
            return null;
        }

        var random = new SplitMix(seed);
        var lengths = new TimeSpan[Runs];
        for (var run = 0; run < Runs; run++)
        {
            var wait = DaysUntil(drawn, card.Ahead, random);
            lengths[run] = TimeSpan.FromDays(wait) + times[random.Next(times.Length)] - card.Age;
        }

        Array.Sort(lengths);
        return lengths;
    }

    internal static int PromisedAt(IReadOnlyList<int> ascendingSums, double confidence) =>
        Percentiles.NearestRank(ascendingSums, 1 - confidence);

    private static int DaysUntil(int[] daily, int items, SplitMix random)
    {
        var days = 0;
        for (var done = 0; done < items && days < LongestDays; days++)
        {
            done += daily[random.Next(daily.Length)];
        }

        return days;
    }
}

/// <summary>A card on its way: its age since s, how many items are to be finished before it is begun, and how long others took.</summary>
internal sealed record CardAhead(TimeSpan Age, int Ahead, IReadOnlyList<TimeSpan> CycleTimes);

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
        return (int)Math.BigMul(z, (ulong)below, out _);
    }
}
