namespace FlowPlatform.Contracts.ChangeApproval;

/// <summary>A change has every approval that its model asks for.</summary>
public sealed record ChangeApproved(
    Guid ChangeId,
    Guid? WorkItemId,
    long Version,
    int Revision,
    DateTimeOffset OccurredAt,
    Guid By
);
