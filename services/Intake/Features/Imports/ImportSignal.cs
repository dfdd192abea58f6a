namespace FlowPlatform.Intake.Features.Imports;

/// <summary>Wakes a worker of this process as soon as there is a file; workers of other replicas look by themselves.</summary>
internal sealed class ImportSignal : IDisposable
{
    private readonly SemaphoreSlim _files = new(0);

    public void Wake() => _files.Release();

    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken ct) => _files.WaitAsync(atMost, ct);

    public void Dispose() => _files.Dispose();
}
