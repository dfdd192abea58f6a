namespace FlowPlatform.Contracts.Board;

/// <summary>A card entered another column. Kinds are column kinds: Committed, InProgress, Done... ToColumnIsActive tells an active from a queue column.</summary>
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
