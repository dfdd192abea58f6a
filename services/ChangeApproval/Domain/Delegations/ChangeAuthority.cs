namespace FlowPlatform.ChangeApproval.Domain.Delegations;

/// <summary>A person who may judge changes in a scope whatever team they are in, listed by an administrator.</summary>
internal sealed class ChangeAuthority
{
    public required Guid PersonId { get; init; }
    public required AuthorityScope Scope { get; init; }
    public required Guid ListedBy { get; init; }
    public required DateTimeOffset ListedAt { get; init; }
}
