namespace FlowPlatform.ServiceDefaults.Messaging;

/// <summary>
/// Tells that outbox rows were committed. The dispatcher in this process wakes at once; where another replica dispatches, the
/// <see cref="OutboxNotifier"/> passes the signal on with NOTIFY, many commits to one notification.
/// </summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim _rows = new(0, 1);
    private readonly SemaphoreSlim _notify = new(0, 1);

    /// <summary>True while the dispatcher of this process holds the lock of the service's outbox.</summary>
    public bool IsDispatching { get; set; }

    public void Wake()
    {
        Raise(IsDispatching ? _rows : _notify);
    }

    /// <summary>Wakes the dispatcher of this process: after a commit of its own, or a notification.</summary>
    public void WakeDispatcher() => Raise(_rows);

    /// <summary>Waits for rows, at most for the given time.</summary>
    public Task<bool> WaitForRowsAsync(TimeSpan atMost, CancellationToken cancellationToken) =>
        _rows.WaitAsync(atMost, cancellationToken);

    public Task WaitForNotifyAsync(CancellationToken cancellationToken) => _notify.WaitAsync(cancellationToken);

    public void Dispose()
    {
        _rows.Dispose();
        _notify.Dispose();
    }

    private static void Raise(SemaphoreSlim signal)
    {
        try
        {
            if (signal.CurrentCount == 0)
            {
                signal.Release();
            }
        }
        catch (SemaphoreFullException)
        {
            // Raised by somebody else in between: one signal is enough.
        }
    }
}
