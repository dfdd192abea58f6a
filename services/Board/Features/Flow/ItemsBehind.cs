using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>The items that a figure was computed from.</summary>
internal static class ItemsBehind
{
    /// <summary>
    /// The first so many in the order of ids after one. Costs as many of each part, and those between that do not belong
    /// to the figure.
    /// </summary>
    internal static IEnumerable<FlowItem> After(FlowSample flow, FlowItemsQuery asked, Guid after, int count) =>
        flow
            .Parts.SelectMany(part =>
                part.Made(PartById.Of).After(after).Where(item => IsBehind(flow, asked, item)).Take(count)
            )
            .OrderBy(item => item.Id)
            .Take(count);

    private static bool IsBehind(FlowSample flow, FlowItemsQuery asked, FlowItem item) =>
        IsInSet(flow, asked, item)
        && (asked.Cause is not { } cause || item.Causes.Any(time => time.Class == cause && time.Ticks > 0));

    private static bool IsInSet(FlowSample flow, FlowItemsQuery asked, FlowItem item) =>
        (asked.Of ?? FlowItemSet.Finished) switch
        {
            FlowItemSet.InProgress => item.IsInProgressAt(flow.Window.To),
            FlowItemSet.OnBoard => IsOnBoard(flow, item, asked.Column),
            FlowItemSet.Accepted => flow.Window.Contains(item.AcceptedAt),
            FlowItemSet.Committed => flow.Window.Contains(item.CommittedAt),
            FlowItemSet.Started => flow.Window.Contains(item.StartedAt),
            FlowItemSet.Abandoned => flow.Window.Contains(item.AbandonedAt),
            FlowItemSet.Blocked => flow.Window.Contains(item.FinishedAt) && WasBlocked(item, asked.Reason),
            FlowItemSet.Backflow => CumulativeFlow.WentBack(flow, item),
            FlowItemSet.Entered => Entered(flow, item, asked.Column),
            _ => flow.Window.Contains(item.FinishedAt),
        };

    private static bool IsOnBoard(FlowSample flow, FlowItem item, string? column) =>
        item.IsOnBoardAt(flow.Window.To)
        && (column is null || item.ColumnAt(flow.Window.To) == flow.Workflow.FindByName(column)?.Id);

    private static bool WasBlocked(FlowItem item, string? reason) =>
        item.Blocked.Any(spell => reason is null || spell.Reason == reason);

    private static bool Entered(FlowSample flow, FlowItem item, string? column)
    {
        var place = flow.Workflow.IndexOf(flow.Workflow.FindByName(column)?.Id);
        var first = item.Stays.Where(stay => flow.Workflow.IndexOf(stay.ColumnId) >= place).ToList();
        return first.Count > 0 && flow.Window.Contains(first[0].At);
    }
}
