using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>The items that a figure was computed from.</summary>
internal static class ItemsBehind
{
    internal static IEnumerable<FlowItem> Of(FlowSample flow, FlowItemsQuery asked) =>
        asked.Cause is { } cause
            ? OfSet(flow, asked).Where(item => item.Causes.Any(time => time.Class == cause && time.Ticks > 0))
            : OfSet(flow, asked);

    private static IEnumerable<FlowItem> OfSet(FlowSample flow, FlowItemsQuery asked) =>
        (asked.Of ?? FlowItemSet.Finished) switch
        {
            FlowItemSet.InProgress => flow.InProgressAtEnd,
            FlowItemSet.OnBoard => flow.Items.Where(item => IsOnBoard(flow, item, asked.Column)),
            FlowItemSet.Accepted => flow.Items.Where(item => flow.Window.Contains(item.AcceptedAt)),
            FlowItemSet.Committed => flow.Items.Where(item => flow.Window.Contains(item.CommittedAt)),
            FlowItemSet.Started => flow.Items.Where(item => flow.Window.Contains(item.StartedAt)),
            FlowItemSet.Abandoned => flow.Items.Where(item => flow.Window.Contains(item.AbandonedAt)),
            FlowItemSet.Blocked => flow.Finished.Where(item => WasBlocked(item, asked.Reason)),
            FlowItemSet.Backflow => CumulativeFlow.Backflow(flow).Select(move => move.Item).Distinct(),
            FlowItemSet.Entered => flow.Items.Where(item => Entered(flow, item, asked.Column)),
            _ => flow.Finished,
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
