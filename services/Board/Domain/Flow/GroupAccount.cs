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
        var sums = new Dictionary<(TimeClass Class, string? Reason), long>();
        foreach (var cause in finished.SelectMany(item => item.Causes))
        {
            var key = (cause.Class, cause.Reason);
            sums[key] = sums.GetValueOrDefault(key) + cause.Ticks;
        }

        return new(
            finished.Count,
            finished.Sum(item => item.LeadTime?.Ticks ?? 0),
            [
                .. sums.Select(cause => new CauseTime(cause.Key.Class, cause.Key.Reason, cause.Value))
                    .OrderBy(cause => cause.Class)
                    .ThenByDescending(cause => cause.Ticks),
            ],
            finished.Average(item => Ratio(item.ActiveTicks, item.LeadTime?.Ticks ?? 0))
        );
    }

    internal static double? Ratio(long part, long whole) => whole == 0 ? null : (double)part / whole;
}
