namespace FlowPlatform.Load.Running;

/// <summary>Watches a process's memory, ten times a second, for as long as it lives.</summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly Timer _timer;
    private double _highest;

    public PeakMemory(Platform platform, string program) =>
        _timer = new Timer(
            _ => _highest = Math.Max(_highest, platform.Memory().GetValueOrDefault(program)),
            null,
            TimeSpan.Zero,
            TimeSpan.FromMilliseconds(100)
        );

    public double Highest => _highest;

    public void Dispose() => _timer.Dispose();
}
