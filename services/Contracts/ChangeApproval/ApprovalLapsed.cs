namespace FlowPlatform.Contracts.ChangeApproval;

/// <summary>A revision changed a facet that an approval had seen, so the approval does not cover it.</summary>
public sealed record ApprovalLapsed(
    Guid ChangeId,
    Guid? WorkItemId,
    long Version,
    int Revision,
    IReadOnlyList<string> Facets,
    Guid ApprovedBy,
    DateTimeOffset OccurredAt,
    Guid By
);
