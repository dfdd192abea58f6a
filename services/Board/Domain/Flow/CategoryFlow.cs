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
        var sums = Enum.GetValues<WorkCategory>().ToDictionary(category => category, _ => new Sums());
        foreach (var item in flow.Items)
        {
            sums[item.Category].Take(item, flow.Window);
        }

        var wip = sums.Values.Sum(of => of.WipDays);
        var replenishments = Replenishments(flow);
        return
        [
            .. sums.Select(of => new CategoryFlow(
                of.Key,
                of.Value.Finished,
                Ratio(of.Value.Finished, flow.Finished.Count),
                Ratio(of.Value.WipDays, wip),
                Target(flow.Workflow, of.Key),
                of.Value.LongestWait?.TotalDays,
                LongestRunWithout(replenishments, of.Key)
            )),
        ];
    }

    private sealed class Sums
    {
        internal int Finished { get; private set; }
        internal double WipDays { get; private set; }
        internal TimeSpan? LongestWait { get; private set; }

        internal void Take(FlowItem item, Window window)
        {
            Finished += window.Contains(item.FinishedAt) ? 1 : 0;
            WipDays += item.StartedAt is { } started ? window.Overlap(started, item.EndedAt).TotalDays : 0;
            if (window.Contains(item.CommittedAt) && !(item.WaitForAgreement <= LongestWait))
            {
                LongestWait = item.WaitForAgreement;
            }
        }
    }

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
        [
            .. flow
                .Items.Where(item => item.OutcomeId is not null && flow.Window.Contains(item.CommittedAt))
                .GroupBy(item => item.OutcomeId)
                .OrderBy(outcome => outcome.Min(item => item.CommittedAt))
                .Select(outcome => (IReadOnlySet<WorkCategory>)outcome.Select(item => item.Category).ToHashSet()),
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
