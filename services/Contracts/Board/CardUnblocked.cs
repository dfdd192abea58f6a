namespace FlowPlatform.Contracts.Board;

/// <summary>The blocker of a card was resolved.</summary>
public sealed record CardUnblocked(Guid WorkItemId, Guid BoardId, long Version, DateTimeOffset OccurredAt, Guid By);
