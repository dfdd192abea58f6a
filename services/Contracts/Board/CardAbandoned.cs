namespace FlowPlatform.Contracts.Board;

/// <summary>A card left the board unfinished; it is not throughput.</summary>
public sealed record CardAbandoned(
    Guid WorkItemId,
    Guid BoardId,
    long Version,
    string Reason,
    DateTimeOffset OccurredAt,
    Guid By
);
