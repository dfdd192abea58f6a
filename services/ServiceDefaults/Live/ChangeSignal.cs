using System.Collections.Concurrent;

namespace FlowPlatform.ServiceDefaults.Live;

/// <summary>
/// Wakes what waits for changes of a subject, such as a board or a session: the streams of this process at once, those of
/// other replicas by NOTIFY, many commits to one notification.
/// </summary>
public sealed class ChangeSignal : IDisposable
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _waiting = [];
    private readonly ConcurrentDictionary<Guid, bool> _toNotify = [];
    private readonly SemaphoreSlim _notify = new(0, 1);

    public void Dispose() => _notify.Dispose();

    /// <summary>
    /// A task that ends with the next change of the subject. Take it before reading, so that no change is missed.
    /// </summary>
    internal Task NextChangeOf(Guid subject) =>
        _waiting.GetOrAdd(subject, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>
    /// Tells that the subject has changed, after the commit. What commits through a service's context says so with
    /// <see cref="Data.ServiceDbContext.WillChange"/> instead.
    /// </summary>
    public void Raise(Guid subject)
    {
        WakeStreams(subject);
        _toNotify[subject] = true;
        if (_notify.CurrentCount == 0)
        {
            try
            {
                _notify.Release();
            }
            catch (SemaphoreFullException)
            {
                // Raised by somebody else in between: one signal is enough.
            }
        }
    }

    internal void WakeStreams(Guid subject)
    {
        if (_waiting.TryRemove(subject, out var waiting))
        {
            waiting.SetResult();
        }
    }

    /// <summary>Waits for subjects that changed here and hands them out, each once.</summary>
    internal async Task<IReadOnlyList<Guid>> TakeChangedAsync(CancellationToken ct)
    {
        await _notify.WaitAsync(ct);
        return [.. _toNotify.Keys.Where(subject => _toNotify.TryRemove(subject, out _))];
    }
}
