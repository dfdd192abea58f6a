using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>How long the finished of a part took, ascending, in ticks: of cycle time and lead time by group.</summary>
internal sealed record PartTimes(
    IReadOnlyDictionary<(WorkCategory Category, ClassOfService ClassOfService), long[]> Cycle,
    IReadOnlyDictionary<WorkCategory, long[]> Lead,
    long[] CustomerLead,
    long[] WaitForAgreement
)
{
    /// <summary>Σ cycle time, in ticks.</summary>
    internal long CycleTicks { get; } = Cycle.Values.Sum(times => times.Sum());

    internal static PartTimes Of(FlowPart part)
    {
        var cycle = new Dictionary<(WorkCategory, ClassOfService), List<long>>();
        var lead = new Dictionary<WorkCategory, List<long>>();
        var (customer, wait) = (new List<long>(part.FinishedCount), new List<long>(part.FinishedCount));
        foreach (var item in part.Finished)
        {
            if (item.CycleTime is { } time)
            {
                Under(cycle, (item.Category, item.ClassOfService)).Add(time.Ticks);
            }

            Under(lead, item.Category).Add(item.LeadTime!.Value.Ticks);
            customer.Add((item.FinishedAt!.Value - item.AcceptedAt).Ticks);
            wait.Add(item.WaitForAgreement.Ticks);
        }

        return new(Sorted(cycle), Sorted(lead), Runs.Sorted(customer), Runs.Sorted(wait));
    }

    internal static List<long> Under<TKey>(Dictionary<TKey, List<long>> groups, TKey key)
        where TKey : notnull => groups.TryGetValue(key, out var known) ? known : groups[key] = [];

    internal static Dictionary<TKey, long[]> Sorted<TKey>(Dictionary<TKey, List<long>> groups)
        where TKey : notnull => groups.ToDictionary(group => group.Key, group => Runs.Sorted(group.Value));
}
