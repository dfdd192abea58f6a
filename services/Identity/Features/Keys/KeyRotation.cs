using System.Security.Cryptography;
using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace FlowPlatform.Identity.Features.Keys;

/// <summary>Makes a key and ends the trust in the older ones, in the caller's transaction.</summary>
internal sealed class KeyRotation(
    IdentityDbContext db,
    KeyRing ring,
    KeySealer sealer,
    KeySchedule schedule,
    TimeProvider clock
)
{
    /// <returns>The new key, or null when another process has already made one.</returns>
    public Task<SigningKey?> RotateIfDueAsync(CancellationToken ct) =>
        db.InTransactionAsync(
            async token =>
            {
                var (trusted, now) = await LockedAsync(token);
                // A key that this process cannot open does not count: it must be able to sign by itself.
                return schedule.IsDue([.. trusted.Where(ring.CanSignWith)], now)
                    ? await AddAsync(trusted, now, compromised: false, token)
                    : null;
            },
            ct
        );

    public Task<SigningKey> RotateAsync(bool compromised, CancellationToken ct) =>
        db.InTransactionAsync(
            async token =>
            {
                var (trusted, now) = await LockedAsync(token);
                return await AddAsync(trusted, now, compromised, token);
            },
            ct
        );

    private async Task<(List<SigningKey> Trusted, DateTimeOffset Now)> LockedAsync(CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Locks.SigningKeys})", ct);
        var now = clock.GetUtcNow();
        var trusted = await db
            .SigningKeys.Where(key => key.TrustedUntil == null || key.TrustedUntil > now)
            .ToListAsync(ct);
        return (trusted, now);
    }

    private async Task<SigningKey> AddAsync(
        List<SigningKey> older,
        DateTimeOffset now,
        bool compromised,
        CancellationToken ct
    )
    {
        using var pair = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var keyId = Base64UrlEncoder.Encode(new ECDsaSecurityKey(pair).ComputeJwkThumbprint());
        var secret = pair.ExportPkcs8PrivateKey();
        var key = new SigningKey(
            keyId,
            pair.ExportSubjectPublicKeyInfo(),
            sealer.Seal(keyId, secret),
            now,
            schedule.SignsFrom(older.Where(ring.CanSignWith), now, compromised)
        );
        CryptographicOperations.ZeroMemory(secret);
        schedule.Follow(older, now, key.SignsFrom, compromised);
        db.SigningKeys.Add(key);
        await db.SaveChangesAsync(ct);
        return key;
    }
}
