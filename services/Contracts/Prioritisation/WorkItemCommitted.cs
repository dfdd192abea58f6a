namespace FlowPlatform.Contracts.Prioritisation;

/// <summary>
/// An option of an agreed outcome, or an expedite outside of one (OutcomeId null), is committed: it may enter To do. OccurredAt is instant m.
/// CommittedIds and Signature are those of OutcomeAgreed, so that the board can check each commitment by itself.
/// For an expedite the signature is over the text "expedite|boardId|workItemId", ids in "D" format, under the same key; Rank is 0 and
/// CommittedIds holds the one id. The key is the UTF-8 bytes of the configured text.
/// </summary>
public sealed record WorkItemCommitted(
    Guid WorkItemId,
    long Version,
    string Key,
    string Title,
    Guid BoardId,
    Guid TeamId,
    Guid CustomerId,
    Guid? RequesterId,
    string Category,
    string ClassOfService,
    DateOnly? DueDate,
    bool IsRegulated,
    int Rank,
    DateTimeOffset AcceptedAt,
    Guid? OutcomeId,
    IReadOnlyList<Guid> CommittedIds,
    string? Signature,
    DateTimeOffset OccurredAt,
    Guid By
)
{
    /// <summary>Why an expedite cannot wait for a session; null for what a session agreed.</summary>
    public string? Reason { get; init; }
}
