namespace FlowPlatform.Contracts.Identity;

/// <summary>An internal customer, its people, or who represents it changed. Carries the whole state.</summary>
public sealed record CustomerChanged(
    Guid CustomerId,
    long Version,
    string Name,
    bool IsActive,
    IReadOnlyList<CustomerMember> Members,
    Guid? RepresentativeId,
    Guid? DeputyId,
    DateTimeOffset OccurredAt,
    Guid By
);
