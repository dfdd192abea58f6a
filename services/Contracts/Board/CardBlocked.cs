namespace FlowPlatform.Contracts.Board;

/// <summary>A card is blocked, for a typed reason.</summary>
public sealed record CardBlocked(
    Guid WorkItemId,
    Guid BoardId,
    long Version,
    string Reason,
    string? Note,
    DateTimeOffset OccurredAt,
    Guid By
);
