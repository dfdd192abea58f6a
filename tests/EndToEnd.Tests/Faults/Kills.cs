using System.Collections.Concurrent;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.TestKit;

namespace FlowPlatform.EndToEnd.Tests.Faults;

/// <summary>Kills processes in the middle of the work: each after so many acknowledged acts, while others are under way.</summary>
internal sealed class Kills(PlatformFixture platform, IReadOnlyDictionary<int, string> plan)
{
    private readonly ConcurrentQueue<(string Victim, DateTimeOffset At)> _killed = new();
    private int _acts;

    public IReadOnlyCollection<(string Victim, DateTimeOffset At)> Killed => _killed;

    /// <summary>Counts an acknowledged act, and kills where the plan says so; who is down already dies when it is back.</summary>
    public async Task ActedAsync()
    {
        if (!plan.TryGetValue(Interlocked.Increment(ref _acts), out var victim))
        {
            return;
        }

        await Eventually.Holds(
            () => Task.FromResult(platform.IsRunning(victim)),
            $"{victim} runs",
            TimeSpan.FromMinutes(1)
        );
        platform.Kill(victim);
        _killed.Enqueue((victim, TimeProvider.System.GetUtcNow()));
    }
}
