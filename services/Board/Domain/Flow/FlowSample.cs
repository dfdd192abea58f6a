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
    internal IReadOnlyList<FlowItem> Finished =>
        _finished ??= [.. Items.Where(item => Window.Contains(item.FinishedAt)).OrderBy(item => item.FinishedAt)];

    /// <summary>The items in progress at the end of the window, oldest first.</summary>
    internal IEnumerable<FlowItem> InProgressAtEnd =>
        Items.Where(item => item.IsInProgressAt(Window.To)).OrderBy(item => item.StartedAt);

    /// <summary>The same for a part of the window.</summary>
    internal FlowSample Part(Window window) =>
        new(
            Days with
            {
                Window = window,
            },
            Workflows,
            [.. Items.Where(item => item.CommittedAt < window.To && !(item.EndedAt < window.From))],
            []
        );
}
