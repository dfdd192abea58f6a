namespace FlowPlatform.Contracts.ChangeApproval;

/// <summary>An approved change was implemented.</summary>
public sealed record ChangeImplemented(
    Guid ChangeId,
    Guid? WorkItemId,
    long Version,
    DateTimeOffset OccurredAt,
    Guid By
);
