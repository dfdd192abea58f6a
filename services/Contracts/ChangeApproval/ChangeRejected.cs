namespace FlowPlatform.Contracts.ChangeApproval;

/// <summary>A change was rejected, with the reason.</summary>
public sealed record ChangeRejected(
    Guid ChangeId,
    Guid? WorkItemId,
    long Version,
    string Reason,
    DateTimeOffset OccurredAt,
    Guid By
);
