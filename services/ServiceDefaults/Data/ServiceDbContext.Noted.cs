using FlowPlatform.ServiceDefaults.Live;

namespace FlowPlatform.ServiceDefaults.Data;

/// <summary>What is noted beside the tracked entities until the transaction commits, and forgotten with the lease.</summary>
public abstract partial class ServiceDbContext
{
    private readonly HashSet<Guid> _changed = [];
    private int _lease;

    /// <summary>The live streams of the subject are woken once the transaction has committed, and not before.</summary>
    public void WillChange(Guid subject)
    {
        ForgetEarlierLease();
        _changed.Add(subject);
    }

    /// <summary>Wakes them. Done after each commit; called by whoever commits in a batch of its own.</summary>
    public void TellChanged()
    {
        ForgetEarlierLease();
        if (_changed.Count == 0)
        {
            return;
        }

        var signal = ApplicationService<ChangeSignal>();
        foreach (var subject in _changed)
        {
            signal.Raise(subject);
        }

        _changed.Clear();
    }

    // Outside of a transaction a statement commits by itself, and no commit tells of it.
    private void TellIfCommitted()
    {
        if (Database.CurrentTransaction is null)
        {
            TellChanged();
        }
    }

    /// <summary>
    /// Contexts are pooled: what one request noted and did not save is not the next one's. Called before anything is noted, saved or told.
    /// </summary>
    private void ForgetEarlierLease()
    {
        if (ContextId.Lease != _lease)
        {
            _lease = ContextId.Lease;
            Forget();
        }
    }

    /// <summary>Drops what was noted beside the tracked entities.</summary>
    private void Forget()
    {
        _pending.Clear();
        _settled.Clear();
        _changed.Clear();
        HasUndispatched = false;
    }
}
