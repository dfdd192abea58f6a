using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Data.Flow;

/// <summary>
/// The items that ended in a month, by board and filter, with what the measures made of them. A month that is over
/// changes only when a card of it is reopened or history is imported; its stamp then differs, and it is read again.
/// </summary>
internal sealed class FlowCache
{
    /// <summary>Months of so many items are kept (at most 60 MB).</summary>
    internal const int MostItems = 150_000;

    private readonly LeastRecentlyUsed<(Guid Board, int Month, FlowFilter Filter), Stamped> _months = new(MostItems);

    private sealed record Stamped(long Stamp, FlowPart Part);

    internal FlowPart? Find(Guid boardId, int month, FlowFilter filter, long stamp) =>
        _months.Find((boardId, month, filter)) is { } kept && kept.Stamp == stamp ? kept.Part : null;

    internal void Keep(Guid boardId, int month, FlowFilter filter, long stamp, FlowPart part) =>
        _months.Keep((boardId, month, filter), new(stamp, part), part.Items.Count);
}
