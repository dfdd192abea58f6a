namespace FlowPlatform.Contracts.Board;

/// <summary>A card entered Done. AcceptedAt, CommittedAt, StartedAt and FinishedAt are instants c, m, s and f.</summary>
public sealed record CardFinished(
    Guid WorkItemId,
    Guid BoardId,
    long Version,
    DateTimeOffset AcceptedAt,
    DateTimeOffset CommittedAt,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    DateTimeOffset OccurredAt,
    Guid By
);
