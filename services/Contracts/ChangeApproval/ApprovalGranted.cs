namespace FlowPlatform.Contracts.ChangeApproval;

/// <summary>A person approved a revision of a change. OnBehalfOf is set where a deputy acted.</summary>
public sealed record ApprovalGranted(
    Guid ChangeId,
    Guid? WorkItemId,
    long Version,
    int Revision,
    string Duty,
    Guid? OnBehalfOf,
    DateTimeOffset OccurredAt,
    Guid By
);
