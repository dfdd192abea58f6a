namespace FlowPlatform.Board.Domain.Flow;

/// <summary>Percentiles by nearest rank: value number ⌈p·n⌉ in ascending order, so that each is a real item.</summary>
internal static class Percentiles
{
    /// <summary>Below this many values a percentile says too little to be shown.</summary>
    internal const int Enough = 10;

    internal static T NearestRank<T>(IReadOnlyList<T> ascending, double p)
    {
        // 0.85 × 20 is 17.000000000000004 in binary; the item meant is the 17th.
        var rank = (int)Math.Ceiling((p * ascending.Count) - 1e-9);
        return ascending[Math.Clamp(rank, 1, ascending.Count) - 1];
    }
}

/// <summary>Times with their percentiles; these are null and TooFew is set below ten values.</summary>
internal sealed record Distribution(int Count, bool TooFew, TimeSpan? P50, TimeSpan? P85, TimeSpan? P95, TimeSpan? Mean)
{
    internal static Distribution Of(IEnumerable<TimeSpan> times)
    {
        var ascending = times.Select(time => time.Ticks).ToArray();
        Array.Sort(ascending);
        TimeSpan At(double p) => new(Percentiles.NearestRank(ascending, p));

        return ascending.Length < Percentiles.Enough
            ? new(ascending.Length, TooFew: true, null, null, null, null)
            : new(
                ascending.Length,
                TooFew: false,
                At(0.50),
                At(0.85),
                At(0.95),
                new(ascending.Sum() / ascending.Length)
            );
    }
}
