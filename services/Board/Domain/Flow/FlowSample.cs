using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>How many items ended before a window, by what they had reached: all that cumulative flow needs of them.</summary>
internal readonly record struct EndedBefore(Guid? Furthest, bool IsFinished, long Items);

/// <summary>
/// What every measure is computed from: the items that were on the board at some time of a window, those that ended
/// before it as counts, and the definitions of workflow that were in force. The measures are pure functions of it.
/// </summary>
internal sealed record FlowSample(
    DisplayDays Days,
    WorkflowVersions Workflows,
    IReadOnlyList<FlowItem> Items,
    IReadOnlyList<EndedBefore> Before
)
{
    private List<FlowItem>? _finished;

    internal Window Window => Days.Window;

    internal DefinitionOfWorkflow Workflow => Workflows.Current;

    /// <summary>The items finished in the window, in the order of f.</summary>
    internal IReadOnlyList<FlowItem> Finished => _finished ??= InOrder();

    /// <summary>The items in progress at the end of the window, oldest first.</summary>
    internal IEnumerable<FlowItem> InProgressAtEnd =>
        Items.Where(item => item.IsInProgressAt(Window.To)).OrderBy(item => item.StartedAt);

    private List<FlowItem> InOrder()
    {
        var finished = new List<FlowItem>(Items.Count);
        // In ticks: these comparisons are most of what a measure over a long window costs.
        var (from, to) = (Window.From.UtcTicks, Window.To.UtcTicks);
        var (isInOrder, last) = (true, long.MinValue);
        foreach (var item in Items)
        {
            if (item.FinishedAt is { } finishedAt && finishedAt.UtcTicks is var at && at >= from && at < to)
            {
                finished.Add(item);
                isInOrder &= at >= last;
                last = at;
            }
        }

        // They mostly come in order, and sorting a long window would cost more than most measures.
        return isInOrder ? finished : [.. finished.OrderBy(item => item.FinishedAt)];
    }
}
