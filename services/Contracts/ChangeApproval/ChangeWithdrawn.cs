namespace FlowPlatform.Contracts.ChangeApproval;

/// <summary>A change was withdrawn by those who raised it; an approval it had counts no more.</summary>
public sealed record ChangeWithdrawn(Guid ChangeId, Guid? WorkItemId, long Version, DateTimeOffset OccurredAt, Guid By);
