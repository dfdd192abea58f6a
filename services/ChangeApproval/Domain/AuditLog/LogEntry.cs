namespace FlowPlatform.ChangeApproval.Domain.AuditLog;

/// <summary>A leaf of the log: the fact as its service recorded it. Rows are only ever added.</summary>
internal sealed class LogEntry
{
    public required long LeafIndex { get; init; }
    public required Guid FactId { get; init; }
    public required string Service { get; init; }
    public required string Action { get; init; }
    public required string SubjectType { get; init; }
    public required Guid SubjectId { get; init; }
    public Guid? Actor { get; init; }
    public string? Reason { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }
    public string? CorrelationId { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>What the log computed from the fact.</summary>
    public required byte[] LeafHash { get; init; }

    /// <summary>What the recording service said it was; another value is kept and shown, never dropped.</summary>
    public required string ClaimedHash { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public bool IsMismatch => Convert.ToHexStringLower(LeafHash) != ClaimedHash;
}

/// <summary>A whole subtree of the Merkle tree, kept so that a proof reads O(log n) rows.</summary>
internal sealed class LogNode
{
    public required int Level { get; init; }
    public required long NodeIndex { get; init; }
    public required byte[] Hash { get; init; }
}

/// <summary>A root that was signed; from then on the log cannot be changed below that size unnoticed.</summary>
internal sealed class TreeHead
{
    public required long Size { get; init; }
    public required byte[] RootHash { get; init; }
    public required DateTimeOffset SignedAt { get; init; }
    public required string KeyId { get; init; }
    public required string Signature { get; init; }
}

/// <summary>A key that heads are signed with. The private part is encrypted; the public part stays when it is retired.</summary>
internal sealed class LogKey
{
    public required string Id { get; init; }
    public required byte[] PublicKey { get; init; }
    public required byte[] SealedPrivateKey { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RetiredAt { get; set; }
}
