namespace FlowPlatform.Identity.Domain.Sessions;

/// <summary>One refresh token, known by its hash alone. It is good for one use.</summary>
internal sealed class RefreshToken
{
    private RefreshToken() { }

    public RefreshToken(byte[] hash, Guid familyId, DateTimeOffset issuedAt)
    {
        (Hash, FamilyId, IssuedAt) = (hash, familyId, issuedAt);
    }

    public byte[] Hash { get; private set; } = [];
    public Guid FamilyId { get; private set; }
    public DateTimeOffset IssuedAt { get; private set; }
    public DateTimeOffset? UsedAt { get; internal set; }
}
