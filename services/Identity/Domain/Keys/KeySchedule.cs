namespace FlowPlatform.Identity.Domain.Keys;

/// <summary>
/// Which key signs and which are trusted, at any instant. Pure, so that it can be tried over any sequence of rotations.
/// </summary>
/// <param name="AnnounceFor">How long a new key is published before it signs.</param>
/// <param name="TokenLifetime">How long a token lives, with the clock skew that validation allows.</param>
/// <param name="RotateEvery">The age at which a key is followed by a new one.</param>
internal sealed record KeySchedule(TimeSpan AnnounceFor, TimeSpan TokenLifetime, TimeSpan RotateEvery)
{
    /// <remarks>Of two keys made at the same moment, the one that is trusted longer: it is the one that
    /// followed.</remarks>
    public static SigningKey? SignerAt(IEnumerable<SigningKey> keys, DateTimeOffset now) =>
        keys.Where(key => key.SignsFrom <= now && key.IsTrustedAt(now))
            .MaxBy(key => (key.SignsFrom, key.TrustedUntil ?? DateTimeOffset.MaxValue));

    public bool IsDue(IReadOnlyCollection<SigningKey> keys, DateTimeOffset now) =>
        !keys.Any(key => key.IsTrustedAt(now) && key.SignsFrom > now - RotateEvery);

    /// <summary>
    /// When a key made now begins to sign: after its announcement, but at once when there is nothing to sign with.
    /// </summary>
    public DateTimeOffset SignsFrom(IEnumerable<SigningKey> keys, DateTimeOffset now, bool othersCompromised) =>
        othersCompromised || SignerAt(keys, now) is null ? now : now + AnnounceFor;

    /// <summary>
    /// Ends the trust in the keys that a new one follows: at once, or when their last token has expired.
    /// </summary>
    public void Follow(IEnumerable<SigningKey> older, DateTimeOffset now, DateTimeOffset signsFrom, bool compromised)
    {
        foreach (var key in older.Where(key => key.IsTrustedAt(now)))
        {
            key.TrustUntil(compromised ? now : signsFrom + TokenLifetime);
        }
    }
}
