using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Domain.Experiments;

/// <summary>A difference of after and before with its 95 % interval; without an interval where the data give none.</summary>
internal sealed record Effect(double Before, double After, double? Low, double? High)
{
    internal double Difference => After - Before;
}

/// <summary>
/// Circular block bootstrap of the difference between two windows: days are drawn in blocks of a week with replacement,
/// each side for itself; the interval is from the 2.5 to the 97.5 percentile of the differences. Seeded.
/// </summary>
internal static class BlockBootstrap
{
    internal const int Resamples = 1_000;

    /// <summary>Below this many days a side no interval is told.</summary>
    internal const int FewestDays = 8;

    /// <summary>The effect on a statistic that is computed from weights of days; null where it does not exist.</summary>
    internal static Effect? Of(
        int days,
        Func<int[], double?> before,
        Func<int[], double?> after,
        ulong seed,
        int resamples = Resamples
    )
    {
        int[] once = [.. Enumerable.Repeat(1, days)];
        if (before(once) is not { } one || after(once) is not { } other)
        {
            return null;
        }

        var differences = new List<double>(resamples);
        var random = new SplitMix(seed);
        for (var resample = 0; resample < resamples && days >= FewestDays; resample++)
        {
            if (after(Drawn(days, random)) - before(Drawn(days, random)) is { } difference)
            {
                differences.Add(difference);
            }
        }

        differences.Sort();
        return differences.Count < resamples / 2
            ? new(one, other, null, null)
            : new(one, other, Percentiles.NearestRank(differences, 0.025), Percentiles.NearestRank(differences, 0.975));
    }

    internal static Effect? OfRatio(DayCell[] before, DayCell[] after, ulong seed, int resamples = Resamples) =>
        Of(before.Length, weights => Ratio(before, weights), weights => Ratio(after, weights), seed, resamples);

    /// <summary>The effect on a nearest-rank percentile of values, each of them of a day.</summary>
    internal static Effect? OfPercentile(
        int days,
        IEnumerable<(int Day, double Value)> before,
        IEnumerable<(int Day, double Value)> after,
        double p,
        ulong seed
    )
    {
        (int Day, double Value)[] one = [.. before.OrderBy(value => value.Value)];
        (int Day, double Value)[] other = [.. after.OrderBy(value => value.Value)];
        return one.Length < Percentiles.Enough || other.Length < Percentiles.Enough
            ? null
            : Of(days, weights => Percentile(one, weights, p), weights => Percentile(other, weights, p), seed);
    }

    private static int[] Drawn(int days, SplitMix random)
    {
        var weights = new int[days];
        var length = PermutationTest.BlockLength(days);
        for (var drawn = 0; drawn < days; drawn += length)
        {
            var start = random.Next(days);
            for (var day = 0; day < length && drawn + day < days; day++)
            {
                weights[(start + day) % days]++;
            }
        }

        return weights;
    }

    private static double? Ratio(DayCell[] days, int[] weights)
    {
        var (sum, count) = (0.0, 0.0);
        for (var day = 0; day < days.Length; day++)
        {
            sum += weights[day] * days[day].Sum;
            count += weights[day] * days[day].Count;
        }

        return count > 0 ? sum / count : null;
    }

    private static double? Percentile((int Day, double Value)[] ascending, int[] weights, double p)
    {
        var all = ascending.Sum(value => (long)weights[value.Day]);
        var rank = Math.Max(1, (long)Math.Ceiling((p * all) - 1e-9));
        foreach (var (day, value) in ascending)
        {
            rank -= weights[day];
            if (rank <= 0)
            {
                return value;
            }
        }

        return null;
    }
}
