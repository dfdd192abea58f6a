namespace FlowPlatform.Contracts.Board;

/// <summary>
/// A commitment was not admitted to its board and waits outside, to be tried again. Code and Reason say why; CommittedAt is that of the
/// commitment. It takes no room, and CardPlaced follows when a retry admits it.
/// </summary>
public sealed record CommitmentRefused(
    Guid WorkItemId,
    Guid BoardId,
    string Code,
    string Reason,
    DateTimeOffset CommittedAt,
    DateTimeOffset OccurredAt,
    Guid By
);
