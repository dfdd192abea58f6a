namespace FlowPlatform.Board.Domain.Flow;

/// <summary>Where a card stands in the flow, as its forecast reads it.</summary>
internal static class CardPlace
{
    /// <summary>
    /// Begun: nothing is ahead of it. Else what is in progress, and what was committed before it and waits too. Cycle
    /// times are those of its own category and class where at least ten are known, else of all items.
    /// </summary>
    internal static CardAhead Of(FlowSample flow, FlowItem card)
    {
        var now = flow.Window.To;
        var alike = Times(
            flow.Finished.Where(i => i.Category == card.Category && i.ClassOfService == card.ClassOfService)
        );
        var times = alike.Count < Percentiles.Enough ? Times(flow.Finished) : alike;
        return card.StartedAt <= now
            ? new(card.AgeAt(now), 0, times)
            : new(TimeSpan.Zero, flow.Items.Count(item => item.IsOnBoardAt(now) && IsAhead(item, card, now)), times);
    }

    private static bool IsAhead(FlowItem item, FlowItem card, DateTimeOffset now) =>
        item.Id != card.Id && (item.StartedAt <= now || item.CommittedAt < card.CommittedAt);

    private static List<TimeSpan> Times(IEnumerable<FlowItem> items) =>
        [.. items.Select(item => item.CycleTime).OfType<TimeSpan>()];
}
