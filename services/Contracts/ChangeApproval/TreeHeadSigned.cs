namespace FlowPlatform.Contracts.ChangeApproval;

/// <summary>The audit log signed a tree head. RootHash is hex; Signature is base64 ES256 over "size|rootHash|signedAt" (round-trip format).</summary>
public sealed record TreeHeadSigned(
    long Size,
    string RootHash,
    string KeyId,
    string Signature,
    DateTimeOffset OccurredAt
);
