using System.Runtime.CompilerServices;

namespace FlowPlatform.AppHost.LocalEngine.Resources;

internal sealed record ResourceChange(ResourceSnapshot Snapshot, bool IsRemoved);

/// <summary>
/// One reader's view of the catalogue. Changes of the same resource that pile up while the reader is busy become one,
/// so a slow reader costs at most one snapshot a resource.
/// </summary>
internal sealed class ResourceWatch(IReadOnlyList<ResourceSnapshot> initial, Action<ResourceWatch> forget) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<string, ResourceChange> _pending = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _changed = new(0, 1);

    internal IReadOnlyList<ResourceSnapshot> Initial { get; } = initial;

    internal async IAsyncEnumerable<IReadOnlyList<ResourceChange>> ChangesAsync(
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        while (true)
        {
            await _changed.WaitAsync(ct);
            yield return TakePending();
        }
    }

    internal void Add(ResourceChange change)
    {
        lock (_gate)
        {
            _pending[change.Snapshot.Name] = change;
            if (_changed.CurrentCount == 0)
            {
                _changed.Release();
            }
        }
    }

    private List<ResourceChange> TakePending()
    {
        lock (_gate)
        {
            List<ResourceChange> taken = [.. _pending.Values];
            _pending.Clear();
            return taken;
        }
    }

    public void Dispose()
    {
        forget(this);
        _changed.Dispose();
    }
}
