namespace FlowPlatform.Board.Domain.Flow;

/// <summary>The waste account of several finished items: sums, and ratios of them.</summary>
internal sealed record GroupAccount(
    int Items,
    long LeadTicks,
    IReadOnlyList<CauseTime> Causes,
    double? MeanOfRatios,
    long WaitForAgreementTicks
)
{
    internal long ActiveTicks => Causes.Where(cause => cause.Class == TimeClass.Active).Sum(cause => cause.Ticks);

    internal long WasteTicks => LeadTicks - ActiveTicks;

    /// <summary>Active time / lead time, as a ratio of sums.</summary>
    internal double? Efficiency => Ratio(ActiveTicks, LeadTicks);

    /// <summary>Of all that was finished in the window.</summary>
    internal static GroupAccount Of(FlowSample flow)
    {
        var causes = new List<CauseTime>();
        List<PartAccount> parts = [.. flow.Parts.Select(part => part.Made(PartAccount.Of))];
        foreach (var part in parts)
        {
            PartAccount.Add(causes, part.Causes);
        }

        var rated = parts.Sum(part => part.Rated);
        return new(
            flow.FinishedCount,
            parts.Sum(part => part.LeadTicks),
            [.. causes.OrderBy(cause => cause.Class).ThenByDescending(cause => cause.Ticks)],
            rated == 0 ? null : parts.Sum(part => part.Ratios) / rated,
            parts.Sum(part => part.WaitForAgreementTicks)
        );
    }

    internal static double? Ratio(long part, long whole) => whole == 0 ? null : (double)part / whole;
}

/// <summary>The sums of a part: its time by cause, and active time / lead time added up over the rated items.</summary>
internal sealed record PartAccount(
    long LeadTicks,
    IReadOnlyList<CauseTime> Causes,
    double Ratios,
    int Rated,
    long WaitForAgreementTicks
)
{
    internal static PartAccount Of(FlowPart part)
    {
        var sums = new List<CauseTime>();
        var (lead, ratios, rated, wait) = (0L, 0.0, 0, 0L);
        foreach (var item in part.Finished)
        {
            var ticks = item.LeadTime!.Value.Ticks;
            lead += ticks;
            wait += item.WaitForAgreement.Ticks;
            Add(sums, item.Causes);
            if (GroupAccount.Ratio(item.ActiveTicks, ticks) is { } ratio)
            {
                ratios += ratio;
                rated++;
            }
        }

        return new(lead, sums, ratios, rated, wait);
    }

    /// <summary>There are a dozen causes at most: looking through them is faster than hashing them.</summary>
    internal static void Add(List<CauseTime> sums, IReadOnlyList<CauseTime> causes)
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
}
