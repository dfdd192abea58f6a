using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Data.Flow;

/// <summary>
/// The items that ended in a month, by board and filter, with what the measures made of them. A month that is over
/// changes only when a card of it is reopened or history is imported; its stamp then differs, and it is read again.
/// </summary>
internal sealed class FlowCache
{
    /// <summary>Months of so many items are kept (at most 60 MB); the least recently used go first.</summary>
    internal const int MostItems = 150_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(Guid Board, int Month, FlowFilter Filter), LinkedListNode<Kept>> _months = [];
    private readonly LinkedList<Kept> _byUse = [];
    private int _items;

    private sealed record Kept((Guid Board, int Month, FlowFilter Filter) Of, long Stamp, FlowPart Part);

    internal FlowPart? Find(Guid boardId, int month, FlowFilter filter, long stamp)
    {
        lock (_lock)
        {
            if (!_months.TryGetValue((boardId, month, filter), out var found) || found.Value.Stamp != stamp)
            {
                return null;
            }

            _byUse.Remove(found);
            _byUse.AddLast(found);
            return found.Value.Part;
        }
    }

    internal void Keep(Guid boardId, int month, FlowFilter filter, long stamp, FlowPart part)
    {
        lock (_lock)
        {
            var of = (boardId, month, filter);
            if (_months.TryGetValue(of, out var old))
            {
                Forget(old);
            }

            _months[of] = _byUse.AddLast(new Kept(of, stamp, part));
            _items += part.Items.Count;
            while (_items > MostItems && _byUse.First is { } oldest)
            {
                Forget(oldest);
            }
        }
    }

    private void Forget(LinkedListNode<Kept> node)
    {
        _months.Remove(node.Value.Of);
        _byUse.Remove(node);
        _items -= node.Value.Part.Items.Count;
    }
}
