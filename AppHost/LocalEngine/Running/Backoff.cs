namespace FlowPlatform.AppHost.LocalEngine.Running;

/// <summary>How long to wait before a fallen resource is started again: doubling from one second to half a minute.</summary>
internal static class Backoff
{
    /// <summary>Who ran this long has recovered; its next fall counts as the first.</summary>
    internal static readonly TimeSpan Stable = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    internal static TimeSpan After(int falls)
    {
        var doublings = Math.Clamp(falls - 1, 0, 10);
        var delay = First * Math.Pow(2, doublings);
        return delay < Longest ? delay : Longest;
    }
}
