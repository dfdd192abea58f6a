namespace FlowPlatform.Contracts.Identity;

/// <summary>A team or its membership changed. Carries the whole membership, so a copy can be replaced.</summary>
public sealed record TeamChanged(
    Guid TeamId,
    long Version,
    string Name,
    string? Function,
    bool IsActive,
    IReadOnlyList<TeamMember> Members,
    DateTimeOffset OccurredAt,
    Guid By
)
{
    /// <summary>Short name that begins the keys of the team's cards, as in FS-128.</summary>
    public string? Key { get; init; }
}
