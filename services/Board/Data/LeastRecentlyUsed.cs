namespace FlowPlatform.Board.Data;

/// <summary>
/// What is dear to read again, up to a size together; beyond it the least recently used goes first. The size of a value is
/// counted in whatever the limit is. Safe for use by many at once.
/// </summary>
internal sealed class LeastRecentlyUsed<TKey, TValue>(long mostSize)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TKey, LinkedListNode<Kept>> _values = [];
    private readonly LinkedList<Kept> _byUse = [];
    private long _size;

    private sealed record Kept(TKey Key, TValue Value, long Size);

    internal TValue? Find(TKey key)
    {
        lock (_lock)
        {
            if (!_values.TryGetValue(key, out var found))
            {
                return null;
            }

            _byUse.Remove(found);
            _byUse.AddLast(found);
            return found.Value.Value;
        }
    }

    /// <summary>Keeps a value in place of the one that had its key. One that is larger than the limit by itself is not kept.</summary>
    internal void Keep(TKey key, TValue value, long size)
    {
        lock (_lock)
        {
            if (_values.TryGetValue(key, out var old))
            {
                Forget(old);
            }

            _values[key] = _byUse.AddLast(new Kept(key, value, size));
            _size += size;
            while (_size > mostSize && _byUse.First is { } oldest)
            {
                Forget(oldest);
            }
        }
    }

    private void Forget(LinkedListNode<Kept> node)
    {
        _values.Remove(node.Value.Key);
        _byUse.Remove(node);
        _size -= node.Value.Size;
    }
}
