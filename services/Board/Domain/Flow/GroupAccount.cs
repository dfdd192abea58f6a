namespace FlowPlatform.Board.Domain.Flow;

/// <summary>The waste account of several finished items: sums, and ratios of them.</summary>
internal sealed record GroupAccount(int Items, long LeadTicks, IReadOnlyList<CauseTime> Causes, double? MeanOfRatios)
{
    internal long ActiveTicks => Causes.Where(cause => cause.Class == TimeClass.Active).Sum(cause => cause.Ticks);

    internal long WasteTicks => LeadTicks - ActiveTicks;

    /// <summary>Active time / lead time, as a ratio of sums.</summary>
    internal double? Efficiency => Ratio(ActiveTicks, LeadTicks);

    internal static GroupAccount Of(IReadOnlyCollection<FlowItem> finished)
    {
        var sums = new List<CauseTime>();
        var (lead, ratios, rated) = (0L, 0.0, 0);
        foreach (var item in finished)
        {
            var ticks = item.LeadTime?.Ticks ?? 0;
            lead += ticks;
            Add(sums, item.Causes);
            if (Ratio(item.ActiveTicks, ticks) is { } ratio)
            {
                ratios += ratio;
                rated++;
            }
        }

        return new(
            finished.Count,
            lead,
            [.. sums.OrderBy(cause => cause.Class).ThenByDescending(cause => cause.Ticks)],
            rated == 0 ? null : ratios / rated
        );
    }

    /// <summary>There are a dozen causes at most: looking through them is faster than hashing them.</summary>
    private static void Add(List<CauseTime> sums, IReadOnlyList<CauseTime> causes)
    {
        foreach (var cause in causes)
        {
            var index = sums.FindIndex(sum => sum.Class == cause.Class && sum.Reason == cause.Reason);
            if (index < 0)
            {
                sums.Add(cause);
            }
            else
            {
                sums[index] = cause with { Ticks = sums[index].Ticks + cause.Ticks };
            }
        }
    }

    internal static double? Ratio(long part, long whole) => whole == 0 ? null : (double)part / whole;
}
