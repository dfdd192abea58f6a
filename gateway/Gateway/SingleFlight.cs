using System.Collections.Concurrent;

namespace FlowPlatform.Gateway;

/// <summary>Lets parallel callers who want the same thing share one attempt to get it.</summary>
internal sealed class SingleFlight<T>
{
    private readonly ConcurrentDictionary<string, Lazy<Task<T>>> _running = new();

    /// <summary>
    /// Runs the work, or joins it when it runs already. A caller who stops waiting does not stop the work. Work whose result is kept looks
    /// first whether it is there: it may have come between the caller's look and this call.
    /// </summary>
    public Task<T> RunAsync(string key, Func<Task<T>> work, CancellationToken ct)
    {
        var flight = _running.GetOrAdd(key, k => new Lazy<Task<T>>(() => LandAsync(k, work)));
        return flight.Value.WaitAsync(ct);
    }

    private async Task<T> LandAsync(string key, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        finally
        {
            _running.TryRemove(key, out _);
        }
    }
}
