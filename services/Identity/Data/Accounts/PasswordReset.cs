namespace FlowPlatform.Identity.Data.Accounts;

/// <summary>A link that lets a person set a password once, known by its hash alone.</summary>
internal sealed class PasswordReset
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private PasswordReset() { }

    public PasswordReset(byte[] hash, Guid personId, DateTimeOffset now)
    {
        (Hash, PersonId, ExpiresAt) = (hash, personId, now + Lifetime);
    }

    public byte[] Hash { get; private set; } = [];
    public Guid PersonId { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
}
