using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>Those of a part that were committed in the window, by category and by the agreement that committed them.</summary>
/// <param name="LongestWait">The longest m − c of each category.</param>
/// <param name="Outcomes">When each agreement first committed something, and which categories.</param>
internal sealed record PartCommitments(
    IReadOnlyDictionary<WorkCategory, int> Counts,
    IReadOnlyDictionary<WorkCategory, TimeSpan> LongestWait,
    IReadOnlyDictionary<Guid, (DateTimeOffset First, IReadOnlySet<WorkCategory> Categories)> Outcomes
)
{
    /// <summary>Of each part of a sample; made anew only where some were committed before the window.</summary>
    internal static IEnumerable<PartCommitments> Of(FlowSample flow) =>
        flow.Parts.Select(part =>
            part.IsWhole && flow.Window.Contains(part.Made(Committed.Of).First)
                ? part.Made(whole => Of(whole.Items))
                : Of(part.Items.Where(item => flow.Window.Contains(item.CommittedAt)))
        );

    private static PartCommitments Of(IEnumerable<FlowItem> committed)
    {
        var counts = new Dictionary<WorkCategory, int>();
        var waits = new Dictionary<WorkCategory, TimeSpan>();
        var outcomes = new Dictionary<Guid, (DateTimeOffset First, IReadOnlySet<WorkCategory> Categories)>();
        foreach (var item in committed)
        {
            counts[item.Category] = counts.GetValueOrDefault(item.Category) + 1;
            var longest = waits.GetValueOrDefault(item.Category, TimeSpan.MinValue);
            waits[item.Category] = item.WaitForAgreement > longest ? item.WaitForAgreement : longest;
            if (item.OutcomeId is { } outcome)
            {
                var one = (item.CommittedAt, new HashSet<WorkCategory> { item.Category });
                outcomes[outcome] = outcomes.TryGetValue(outcome, out var known) ? Joined(known, one) : one;
            }
        }

        return new(counts, waits, outcomes);
    }

    /// <summary>One agreement as two parts, or two items, know it.</summary>
    internal static (DateTimeOffset First, IReadOnlySet<WorkCategory> Categories) Joined(
        (DateTimeOffset First, IReadOnlySet<WorkCategory> Categories) one,
        (DateTimeOffset First, IReadOnlySet<WorkCategory> Categories) other
    ) => (one.First < other.First ? one.First : other.First, one.Categories.Union(other.Categories).ToHashSet());

    /// <summary>When the first of a part was committed; a month of which a filter left nothing has none.</summary>
    private sealed record Committed(DateTimeOffset? First)
    {
        internal static Committed Of(FlowPart part) => new(part.Items.Min(item => (DateTimeOffset?)item.CommittedAt));
    }
}
