namespace FlowPlatform.Identity.Domain.Sessions;

/// <summary>
/// All refresh tokens that descend from one sign-in. Its life is absolute: rotation does not lengthen it. When a used
/// token of it appears again somebody has a copy, and nobody can tell who, so the whole family ends.
/// </summary>
internal sealed class RefreshFamily
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);

    private RefreshFamily() { }

    public Guid Id { get; private set; }
    public Guid PersonId { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }
    public RevocationReason? RevokedBecause { get; private set; }

    public static RefreshFamily Start(Guid personId, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            PersonId = personId,
            StartedAt = now,
            ExpiresAt = now + Lifetime,
        };

    public RefreshVerdict Judge(RefreshToken token, DateTimeOffset now)
    {
        // Reuse comes first: it must be noticed also in a family that has ended otherwise.
        if (token.UsedAt is not null)
        {
            return RefreshVerdict.Reused;
        }

        return RevokedAt is not null || now >= ExpiresAt ? RefreshVerdict.Ended : RefreshVerdict.Usable;
    }

    /// <returns>False when it had ended already, so that the first reason stays.</returns>
    public bool Revoke(RevocationReason reason, DateTimeOffset now)
    {
        if (RevokedAt is not null)
        {
            return false;
        }

        (RevokedAt, RevokedBecause) = (now, reason);
        return true;
    }
}
