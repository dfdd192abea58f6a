using FlowPlatform.EndToEnd.Tests.Platform;

namespace FlowPlatform.EndToEnd.Tests.Faults;

/// <summary>Kills processes in the middle of the work: each after so many acknowledged acts, while others are under way.</summary>
internal sealed class Kills(PlatformFixture platform, IReadOnlyDictionary<int, string> plan)
{
    private int _acts;
    private int _killed;

    public int Killed => _killed;

    /// <summary>Counts an acknowledged act, and kills where the plan says so.</summary>
    public void Acted()
    {
        if (plan.TryGetValue(Interlocked.Increment(ref _acts), out var victim))
        {
            platform.Kill(victim);
            Interlocked.Increment(ref _killed);
        }
    }
}
