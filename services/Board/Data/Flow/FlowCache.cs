using System.Collections.Concurrent;
using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Data.Flow;

/// <summary>
/// The items that ended in a month, by board. A month that is over changes only when a card of it is reopened or
/// history is imported; its stamp then differs, and it is read again.
/// </summary>
internal sealed class FlowCache
{
    /// <summary>Beyond this many items (some 300 MB) the cache starts anew.</summary>
    private const int MostItems = 500_000;
    private readonly ConcurrentDictionary<(Guid Board, int Month), (long Stamp, FlowMonth Items)> _months = [];
    private int _items;

    internal FlowMonth? Find(Guid boardId, int month, long stamp) =>
        _months.TryGetValue((boardId, month), out var known) && known.Stamp == stamp ? known.Items : null;

    internal void Keep(Guid boardId, int month, long stamp, FlowMonth items)
    {
        if (Interlocked.Add(ref _items, items.Items.Length) > MostItems)
        {
            _months.Clear();
            Interlocked.Exchange(ref _items, items.Items.Length);
        }

        _months[(boardId, month)] = (stamp, items);
    }
}

/// <summary>What ended in a month, in the order of the ends.</summary>
internal sealed class FlowMonth(FlowItem[] items)
{
    internal FlowItem[] Items => items;

    private readonly (DateTimeOffset From, DateTimeOffset To) _ends =
        items.Length == 0 ? default : (items[0].EndedAt ?? default, items[^1].EndedAt ?? default);
    private readonly DateTimeOffset _lastCommitted = items.Length == 0 ? default : items.Max(item => item.CommittedAt);

    /// <summary>Whether every item of it lies in the window, so that none has to be looked at.</summary>
    internal bool IsWithin(Window window) =>
        items.Length > 0 && _ends.From >= window.From && _ends.To < window.To && _lastCommitted < window.To;
}
