namespace FlowPlatform.Contracts.Board;

/// <summary>A move was refused. Each limit names its code, scope, maximum and occupancy.</summary>
public sealed record MoveRefused(
    Guid WorkItemId,
    Guid BoardId,
    string ToColumn,
    IReadOnlyList<RefusedLimit> Limits,
    DateTimeOffset OccurredAt,
    Guid By
);
