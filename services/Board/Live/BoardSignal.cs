using System.Collections.Concurrent;

namespace FlowPlatform.Board.Live;

/// <summary>
/// Wakes what waits for changes of a board: the streams of this process at once, those of other replicas by NOTIFY,
/// many commits to one notification.
/// </summary>
internal sealed class BoardSignal : IDisposable
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _waiting = [];
    private readonly ConcurrentDictionary<Guid, bool> _toNotify = [];
    private readonly SemaphoreSlim _notify = new(0, 1);

    public void Dispose() => _notify.Dispose();

    /// <summary>
    /// A task that ends with the next change of the board. Take it before reading, so that no change is missed.
    /// </summary>
    internal Task NextChangeOf(Guid boardId) =>
        _waiting.GetOrAdd(boardId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    internal void Raise(Guid boardId)
    {
        WakeStreams(boardId);
        _toNotify[boardId] = true;
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

    internal void WakeStreams(Guid boardId)
    {
        if (_waiting.TryRemove(boardId, out var waiting))
        {
            waiting.SetResult();
        }
    }

    /// <summary>Waits for boards that changed here and hands them out, each once.</summary>
    internal async Task<IReadOnlyList<Guid>> TakeChangedAsync(CancellationToken ct)
    {
        await _notify.WaitAsync(ct);
        return [.. _toNotify.Keys.Where(board => _toNotify.TryRemove(board, out _))];
    }
}
