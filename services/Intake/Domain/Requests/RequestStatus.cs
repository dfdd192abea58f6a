namespace FlowPlatform.Intake.Domain.Requests;

/// <summary>
/// Where a request stands, as its requester sees it. Submitted, Triaged, Committed and InProgress are open; the rest have ended.
/// From Committed on the board leads and the status follows it.
/// </summary>
public enum RequestStatus
{
    Submitted,
    Triaged,
    Committed,
    InProgress,
    Done,
    Declined,
    Linked,
    Withdrawn,
}
