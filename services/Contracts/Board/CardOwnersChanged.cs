namespace FlowPlatform.Contracts.Board;

/// <summary>The people whose avatar stands on a card changed.</summary>
public sealed record CardOwnersChanged(
    Guid WorkItemId,
    Guid BoardId,
    long Version,
    IReadOnlyList<Guid> Owners,
    DateTimeOffset OccurredAt,
    Guid By
);
