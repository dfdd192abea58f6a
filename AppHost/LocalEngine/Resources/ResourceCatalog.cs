using System.Collections.Concurrent;

namespace FlowPlatform.AppHost.LocalEngine.Resources;

/// <summary>
/// What the platform consists of right now: the engine writes, the dashboard's watchers read. Each resource has one
/// snapshot, the newest, and one console log.
/// </summary>
internal sealed class ResourceCatalog(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ResourceSnapshot> _snapshots = new(StringComparer.Ordinal);
    private readonly HashSet<ResourceWatch> _watches = [];
    private readonly ConcurrentDictionary<string, ConsoleLog> _logs = new(StringComparer.Ordinal);

    internal IReadOnlyList<ResourceSnapshot> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _snapshots.Values];
            }
        }
    }

    internal ResourceSnapshot? Find(string name)
    {
        lock (_gate)
        {
            return _snapshots.GetValueOrDefault(name);
        }
    }

    internal void Put(ResourceSnapshot snapshot)
    {
        lock (_gate)
        {
            _snapshots[snapshot.Name] = snapshot;
            Tell(new ResourceChange(snapshot, IsRemoved: false));
        }
    }

    /// <summary>Changes what is known of a resource without losing what somebody else changes at the same time.</summary>
    internal ResourceSnapshot Change(string name, Func<ResourceSnapshot, ResourceSnapshot> change)
    {
        lock (_gate)
        {
            var changed = change(_snapshots[name]);
            _snapshots[name] = changed;
            Tell(new ResourceChange(changed, IsRemoved: false));
            return changed;
        }
    }

    internal void Remove(string name)
    {
        lock (_gate)
        {
            if (_snapshots.Remove(name, out var removed))
            {
                Tell(new ResourceChange(removed, IsRemoved: true));
            }
        }
    }

    /// <summary>The console of a resource; it may be written before the resource has a snapshot.</summary>
    internal ConsoleLog LogOf(string name) => _logs.GetOrAdd(name, _ => new ConsoleLog(clock));

    /// <summary>All resources as they are, and from the same moment on every change: none missed, none twice.</summary>
    internal ResourceWatch Watch()
    {
        lock (_gate)
        {
            var watch = new ResourceWatch([.. _snapshots.Values], Forget);
            _watches.Add(watch);
            return watch;
        }
    }

    private void Forget(ResourceWatch watch)
    {
        lock (_gate)
        {
            _watches.Remove(watch);
        }
    }

    private void Tell(ResourceChange change)
    {
        foreach (var watch in _watches)
        {
            watch.Add(change);
        }
    }
}
