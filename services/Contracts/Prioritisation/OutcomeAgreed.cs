namespace FlowPlatform.Contracts.Prioritisation;

/// <summary>
/// Every quorate representative consented. Signature is the base64 HMAC-SHA256, under the key that Prioritisation and Board are
/// configured with, over the UTF-8 text "outcomeId|boardId|id1,id2,..." with the committed ids in rank order, ids in "D" format.
/// </summary>
public sealed record OutcomeAgreed(
    Guid OutcomeId,
    Guid SessionId,
    Guid BoardId,
    Guid TeamId,
    IReadOnlyList<Guid> CommittedIds,
    string Signature,
    DateTimeOffset OccurredAt,
    Guid By
);
