namespace FlowPlatform.Contracts.Board;

/// <summary>A card entered another column. ToColumnKind is the column's kind: Committed, InProgress or Done.</summary>
public sealed record CardMoved(
    Guid WorkItemId,
    Guid BoardId,
    long Version,
    string FromColumn,
    string ToColumn,
    string ToColumnKind,
    DateTimeOffset OccurredAt,
    Guid By
);
