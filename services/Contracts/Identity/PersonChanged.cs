namespace FlowPlatform.Contracts.Identity;

/// <summary>A person was added, edited, deactivated, or their organisation-wide roles changed. Carries the whole public state.</summary>
public sealed record PersonChanged(
    Guid PersonId,
    long Version,
    string Name,
    string Email,
    string? Function,
    bool IsLeader,
    bool IsActive,
    IReadOnlyList<string> Roles,
    DateTimeOffset OccurredAt,
    Guid By
);
