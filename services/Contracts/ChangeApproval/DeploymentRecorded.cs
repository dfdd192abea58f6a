namespace FlowPlatform.Contracts.ChangeApproval;

/// <summary>A deployment was reported. IsException: no change authorised it, or not like this.</summary>
public sealed record DeploymentRecorded(
    Guid DeploymentId,
    Guid? ChangeId,
    Guid? WorkItemId,
    string System,
    string Environment,
    string ImplementationDigest,
    bool IsException,
    DateTimeOffset DeployedAt,
    DateTimeOffset OccurredAt,
    Guid By
);
