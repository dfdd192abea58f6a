namespace FlowPlatform.Contracts.Board;

/// <summary>A committed work item stands as a card in the committed column.</summary>
public sealed record CardPlaced(
    Guid WorkItemId,
    Guid BoardId,
    long Version,
    string Column,
    DateTimeOffset OccurredAt,
    Guid By
);
