namespace FlowPlatform.Identity.Domain.Keys;

/// <summary>
/// A key that signs access tokens. It is announced before it signs, so that those who validate know it by then, and
/// stays trusted after it has been followed until the last token it signed has expired.
/// </summary>
internal sealed class SigningKey
{
    private SigningKey() { }

    public SigningKey(
        string keyId,
        byte[] publicKey,
        byte[] sealedPrivateKey,
        DateTimeOffset announcedAt,
        DateTimeOffset signsFrom
    )
    {
        (KeyId, PublicKey, SealedPrivateKey) = (keyId, publicKey, sealedPrivateKey);
        (AnnouncedAt, SignsFrom) = (announcedAt, signsFrom);
    }

    public string KeyId { get; private set; } = "";

    /// <summary>Subject public key info.</summary>
    public byte[] PublicKey { get; private set; } = [];

    /// <summary>The private part, encrypted with a key that is not in the database.</summary>
    public byte[] SealedPrivateKey { get; private set; } = [];
    public DateTimeOffset AnnouncedAt { get; private set; }
    public DateTimeOffset SignsFrom { get; private set; }
    public DateTimeOffset? TrustedUntil { get; private set; }

    public bool IsTrustedAt(DateTimeOffset now) => TrustedUntil is null || now < TrustedUntil;

    /// <summary>Ends trust at an instant; never lengthens it.</summary>
    public void TrustUntil(DateTimeOffset end)
    {
        if (TrustedUntil is null || end < TrustedUntil)
        {
            TrustedUntil = end;
        }
    }
}
