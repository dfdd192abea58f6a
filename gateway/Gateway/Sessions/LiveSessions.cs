using FlowPlatform.Gateway.Callers;
using Microsoft.Extensions.Caching.Memory;

namespace FlowPlatform.Gateway.Sessions;

/// <summary>Sessions that this replica has lately read, so that most requests need no look into the store.</summary>
internal sealed class LiveSessions(SessionStore store, TimeProvider clock) : IDisposable
{
    // A session that another replica ended is noticed after this long.
    private static readonly TimeSpan TrustedFor = TimeSpan.FromSeconds(5);
    private readonly MemoryCache _live = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    public Caller? Find(string key) =>
        _live.TryGetValue(key, out Live? live) && live is not null && clock.GetUtcNow() < live.TrustedUntil
            ? live.Caller
            : null;

    public Caller Remember(string key, Session session, Caller caller)
    {
        var now = clock.GetUtcNow();
        var trusted = Earliest(now + TrustedFor, session.EndsAt, caller.Until);
        if (trusted > now)
        {
            using var entry = _live.CreateEntry(key);
            entry.Value = new Live(caller, trusted);
            entry.Size = 1;
            entry.AbsoluteExpirationRelativeToNow = trusted - now;
        }

        if (!store.Exists(key))
        {
            // Signed out while it was being loaded.
            _live.Remove(key);
        }

        return caller;
    }

    public void Forget(string key)
    {
        // The file first: see Remember, which looks for it after it has put the session here.
        store.Delete(key);
        _live.Remove(key);
    }

    public void Dispose() => _live.Dispose();

    private static DateTimeOffset Earliest(params ReadOnlySpan<DateTimeOffset> instants)
    {
        var earliest = instants[0];
        foreach (var instant in instants)
        {
            earliest = instant < earliest ? instant : earliest;
        }

        return earliest;
    }

    private sealed record Live(Caller Caller, DateTimeOffset TrustedUntil);
}
