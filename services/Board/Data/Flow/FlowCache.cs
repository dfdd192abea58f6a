using System.Collections.Concurrent;
using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Data.Flow;

/// <summary>
/// The items that ended in a month, by board. A month that is over changes only when a card of it is reopened or history
/// is imported; its stamp then differs, and it is read again.
/// </summary>
internal sealed class FlowCache
{
    /// <summary>Beyond this many items (some 300 MB) the cache starts anew.</summary>
    private const int MostItems = 500_000;
    private readonly ConcurrentDictionary<(Guid Board, int Month), (long Stamp, FlowItem[] Items)> _months = [];
    private int _items;

    internal FlowItem[]? Find(Guid boardId, int month, long stamp) =>
        _months.TryGetValue((boardId, month), out var known) && known.Stamp == stamp ? known.Items : null;

    internal void Keep(Guid boardId, int month, long stamp, FlowItem[] items)
    {
        if (Interlocked.Add(ref _items, items.Length) > MostItems)
        {
            _months.Clear();
            Interlocked.Exchange(ref _items, items.Length);
        }

        _months[(boardId, month)] = (stamp, items);
    }
}
