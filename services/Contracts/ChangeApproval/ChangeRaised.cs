namespace FlowPlatform.Contracts.ChangeApproval;

/// <summary>A change was raised, by hand, from a card or by a pipeline.</summary>
public sealed record ChangeRaised(
    Guid ChangeId,
    Guid? WorkItemId,
    long Version,
    Guid TeamId,
    string Category,
    DateTimeOffset OccurredAt,
    Guid By
);
