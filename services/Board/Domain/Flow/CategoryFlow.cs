using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// A category's part of the flow: its share of throughput, its share of WIP-time, and the share that its reserved floors
/// ask for; how long it waited for agreement, and for how many replenishments in a row nothing of it was committed.
/// </summary>
internal sealed record CategoryFlow(
    WorkCategory Category,
    int Finished,
    double? Share,
    double? WipShare,
    double? TargetShare,
    double? LongestWaitDays,
    int LongestWithoutEntry
)
{
    internal static IReadOnlyList<CategoryFlow> Of(FlowSample flow)
    {
        var categories = Enum.GetValues<WorkCategory>();
        List<PartCommitments> commitments = [.. PartCommitments.Of(flow)];
        var replenishments = Replenishments(commitments);
        var wip = categories.ToDictionary(category => category, category => WipTicks(flow, category));
        var all = wip.Values.Sum();
        return
        [
            .. categories.Select(category => new CategoryFlow(
                category,
                FinishedOf(flow, category),
                Ratio(FinishedOf(flow, category), flow.FinishedCount),
                Ratio(wip[category], all),
                Target(flow.Workflow, category),
                LongestWait(commitments, category)?.TotalDays,
                LongestRunWithout(replenishments, category)
            )),
        ];
    }

    internal static int FinishedOf(FlowSample flow, WorkCategory category) =>
        flow.Parts.Sum(part => part.Made(PartTimes.Of).Lead.GetValueOrDefault(category, []).Length);

    private static long WipTicks(FlowSample flow, WorkCategory category) =>
        flow.Parts.Sum(part =>
            part.Made(PartProgress.Of).ByCategory.GetValueOrDefault(category)?.TimeWithin(flow.Window) ?? 0
        );

    private static TimeSpan? LongestWait(List<PartCommitments> commitments, WorkCategory category) =>
        commitments.Max(part => part.LongestWait.TryGetValue(category, out var wait) ? wait : (TimeSpan?)null);

    /// <summary>½ Σ |share − target|, from 0 (as wished) to 1; null without items or targets.</summary>
    internal static double? Deviation(IEnumerable<CategoryFlow> categories)
    {
        List<CategoryFlow> all = [.. categories];
        return all.Exists(c => c.Share is null || c.TargetShare is null)
            ? null
            : all.Sum(c => Math.Abs(c.Share!.Value - c.TargetShare!.Value)) / 2;
    }

    /// <summary>A replenishment is an outcome whose work items entered the board; they are told by their categories.</summary>
    internal static IReadOnlyList<IReadOnlySet<WorkCategory>> Replenishments(FlowSample flow) =>
        Replenishments([.. PartCommitments.Of(flow)]);

    private static IReadOnlyList<IReadOnlySet<WorkCategory>> Replenishments(List<PartCommitments> commitments) =>
        [
            .. commitments
                .SelectMany(part => part.Outcomes)
                .GroupBy(outcome => outcome.Key, outcome => outcome.Value)
                .Select(outcome => outcome.Aggregate(PartCommitments.Joined))
                .OrderBy(outcome => outcome.First)
                .Select(outcome => outcome.Categories),
        ];

    private static int LongestRunWithout(
        IReadOnlyList<IReadOnlySet<WorkCategory>> replenishments,
        WorkCategory category
    )
    {
        var (longest, run) = (0, 0);
        foreach (var entered in replenishments)
        {
            run = entered.Contains(category) ? 0 : run + 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    /// <summary>The floors within work in progress, as shares of their sum; without floors nothing is asked for.</summary>
    private static double? Target(DefinitionOfWorkflow workflow, WorkCategory category)
    {
        var floors = workflow.Allocations.Where(a => a.Within == ColumnKind.InProgress && a.Floor > 0).ToList();
        return Ratio(floors.Where(a => a.Category == category).Sum(a => a.Floor), floors.Sum(a => a.Floor));
    }

    private static double? Ratio(double part, double whole) => whole > 0 ? part / whole : null;
}
