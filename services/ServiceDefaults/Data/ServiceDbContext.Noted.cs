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

    internal IReadOnlyList<Guid> TakeChanged()
    {
        ForgetEarlierLease();
        if (_changed.Count == 0)
        {
            return [];
        }

        Guid[] changed = [.. _changed];
        _changed.Clear();
        return changed;
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
        _changed.Clear();
        HasUndispatched = false;
    }
}
