using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>Items that ended before the window, of which only the furthest column that they reached is still needed.</summary>
internal readonly record struct EndedBefore(Guid? Furthest, bool IsFinished, long Items);

/// <summary>Of each item of a month in the order of the ends: the furthest column, and whether it was finished.</summary>
internal static class FurthestReached
{
    internal static EndedBefore[] Of(FlowPart month, DefinitionOfWorkflow workflow) =>
        month.Made(workflow, part => part.Items.Select(item => Of(item, workflow)).ToArray());

    private static EndedBefore Of(FlowItem item, DefinitionOfWorkflow workflow) =>
        new(item.FurthestIn(workflow), item.FinishedAt is not null, Items: 1);
}

/// <summary>
/// What every measure of a window is computed from: the items that were on the board at any time in it, in parts whose
/// finished follow one another in time, the definitions of workflow in force, and the number of what ended before. As
/// of the window's end: items committed later are not in it.
/// </summary>
internal sealed record FlowSample(
    DisplayDays Days,
    WorkflowVersions Workflows,
    IReadOnlyList<FlowPart> Parts,
    IReadOnlyList<EndedBefore> Before
)
{
    private List<FlowItem>? _items;
    private List<FlowItem>? _finished;

    internal Window Window => Days.Window;

    /// <summary>The present definition: column names and order are told by it.</summary>
    internal DefinitionOfWorkflow Workflow => Workflows.Current;

    /// <summary>From what ended by months, what was on the board at the window's end, and what ended in earlier months.</summary>
    internal static FlowSample Of(
        DisplayDays days,
        WorkflowVersions workflows,
        IReadOnlyList<FlowPart> months,
        IReadOnlyList<FlowItem> onBoardAtEnd,
        IReadOnlyList<EndedBefore> before
    )
    {
        var window = days.Window;
        var endedBefore = new List<EndedBefore>(before);
        var parts = new List<FlowPart>(months.Count + 1);
        foreach (var month in months)
        {
            if (month.IsWithin(window))
            {
                parts.Add(month);
                continue;
            }

            var within = month.EndedIn(window).Where(item => item.CommittedAt < window.To);
            parts.Add(FlowPart.Of([.. within], window));
            endedBefore.AddRange(FurthestReached.Of(month, workflows.Current).Take(month.EndedBefore(window.From)));
        }

        parts.Add(FlowPart.Of(onBoardAtEnd, window));
        return new(days, workflows, parts, endedBefore);
    }

    /// <summary>All items, for what has to look at each; costs as many.</summary>
    internal IReadOnlyList<FlowItem> Items => _items ??= [.. Parts.SelectMany(part => part.Items)];

    /// <summary>Items finished in the window, in the order of f. Costs as many.</summary>
    internal IReadOnlyList<FlowItem> Finished => _finished ??= [.. Parts.SelectMany(part => part.Finished)];

    internal int FinishedCount => Parts.Sum(part => part.FinishedCount);

    /// <summary>On the board at the window's end; costs what is on it and what ended in the window's first and last month.</summary>
    internal IEnumerable<FlowItem> OnBoardAtEnd =>
        Parts.Where(part => !part.IsWhole).SelectMany(part => part.Items).Where(item => item.IsOnBoardAt(Window.To));

    /// <summary>Items in progress at the window's end, oldest first.</summary>
    internal IEnumerable<FlowItem> InProgressAtEnd =>
        OnBoardAtEnd.Where(item => item.IsInProgressAt(Window.To)).OrderBy(item => item.StartedAt);

    /// <summary>The last so many of the finished, in the order of f. Costs as many.</summary>
    internal IReadOnlyList<FlowItem> LatestFinished(int count)
    {
        var latest = new List<FlowItem>();
        foreach (var part in Parts.Reverse().TakeWhile(_ => latest.Count < count))
        {
            latest.AddRange(part.Latest(count - latest.Count));
        }

        latest.Reverse();
        return latest;
    }
}
