namespace FlowPlatform.AppHost.LocalEngine.Servers;

/// <summary>A server that we run for ourselves: it can fall, and be started again on the same port and data.</summary>
internal interface IServer : IAsyncDisposable
{
    int ProcessId { get; }

    /// <summary>Completes with the exit code when the present process has ended, wanted or not.</summary>
    Task<int> Exited { get; }

    /// <summary>Starts the process and returns when it serves.</summary>
    Task LaunchAsync(CancellationToken ct);

    Task StopAsync();

    /// <summary>Ends it at once, as a power cut would.</summary>
    void Kill();
}
