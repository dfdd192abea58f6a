namespace FlowPlatform.Intake.Domain.Requests;

/// <summary>
/// A state that a request entered. Own states are those of RequestStatus (and Blocked, Unblocked); imported ones keep the source's word.
/// That a request was submitted is told by the request itself and has no entry.
/// </summary>
internal sealed class RequestHistoryEntry
{
    public const int StateLength = 80;
    public const int NoteLength = 2_000;

    private RequestHistoryEntry() { }

    public RequestHistoryEntry(Guid requestId, string state, DateTimeOffset at, Guid? by, string? note)
    {
        Id = Guid.CreateVersion7(at);
        RequestId = requestId;
        State = state;
        At = at;
        By = by;
        Note = note is { Length: > NoteLength } ? note[..NoteLength] : note;
    }

    public Guid Id { get; private set; }
    public Guid RequestId { get; private set; }
    public string State { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public Guid? By { get; private set; }
    public string? Note { get; private set; }
    public bool IsImported { get; private set; }
}
