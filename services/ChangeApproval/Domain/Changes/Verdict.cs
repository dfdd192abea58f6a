namespace FlowPlatform.ChangeApproval.Domain.Changes;

public enum VerdictKind
{
    Approve,
    Reject,
}

/// <summary>
/// What one person decided about one revision, with the digests of the facets they saw. Never changed afterwards:
/// whether it is in force is told by comparing those digests with the present ones.
/// </summary>
internal sealed class Verdict
{
    private Verdict() { }

    internal Verdict(Guid changeId, int revision, VerdictKind kind, Guid personId, Guid? principalId)
    {
        Id = Guid.CreateVersion7();
        (ChangeId, Revision, Kind, PersonId, PrincipalId) = (changeId, revision, kind, personId, principalId);
        AuthorityId = principalId ?? personId;
    }

    internal const int ReasonLength = 2000;

    public Guid Id { get; private set; }
    public Guid ChangeId { get; private set; }
    public int Revision { get; private set; }
    public VerdictKind Kind { get; private set; }
    public Guid PersonId { get; private set; }

    /// <summary>Set where the person acted as a deputy.</summary>
    public Guid? PrincipalId { get; private set; }

    /// <summary>Whose authority was used: the principal's, or the person's own.</summary>
    public Guid AuthorityId { get; private set; }

    /// <summary>Always the judging one: the database refuses a verdict of somebody on the other side.</summary>
    public Side Side { get; private set; } = Side.Judging;

    public Guid? DelegationId { get; init; }
    public required string? Reason { get; init; }
    public required IReadOnlyDictionary<Facet, string> Seen { get; init; }
    public required DateTimeOffset GivenAt { get; init; }

    internal IReadOnlyList<Facet> Differing(IReadOnlyDictionary<Facet, string> present) =>
        [.. Seen.Where(seen => present[seen.Key] != seen.Value).Select(seen => seen.Key).Order()];

    /// <summary>Valid at a revision exactly when every facet it saw is the same there.</summary>
    internal bool IsInForce(IReadOnlyDictionary<Facet, string> present) =>
        Kind == VerdictKind.Approve && Differing(present).Count == 0;
}

/// <summary>What became of an approval at a later revision: carried over, or lapsed for the facets that differ.</summary>
internal sealed record CarryOver(Guid ChangeId, Guid VerdictId, int Revision, bool IsCarried)
{
    public IReadOnlyList<Facet> Differing { get; init; } = [];
    public DateTimeOffset JudgedAt { get; init; }
}
