namespace FlowPlatform.Intake.Domain.Requests;

/// <summary>How a status is entered, whoever decides it.</summary>
internal sealed partial class WorkRequest
{
    private List<RequestHistoryEntry> _history = [];

    /// <summary>Entries made since the last call, for the store.</summary>
    public IReadOnlyList<RequestHistoryEntry> TakeNewHistory()
    {
        var taken = _history;
        _history = [];
        return taken;
    }

    private void Enter(RequestStatus status, DateTimeOffset at, Guid? by, string? reason)
    {
        Status = status;
        StatusReason = reason;
        EndedAt = IsOpen ? null : at;
        FollowsSource = false;
        Version++;
        _history.Add(new RequestHistoryEntry(Id, status.ToString(), at, by, reason));
    }
}
