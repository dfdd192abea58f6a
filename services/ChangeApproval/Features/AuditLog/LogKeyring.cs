using System.Security.Cryptography;
using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.AuditLog;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.AuditLog;

/// <summary>The key that heads are signed with now. One that cannot be opened any more is retired, and still verifies.</summary>
internal sealed class LogKeyring(ChangesDbContext db, KeySeal seal, TimeProvider clock)
{
    /// <summary>Call it in a transaction that excludes other signers.</summary>
    internal async Task<(string Id, ECDsa Key)> CurrentAsync(CancellationToken ct)
    {
        var known = await db.LogKeys.Where(key => key.RetiredAt == null).ToListAsync(ct);
        foreach (var candidate in known)
        {
            if (seal.Open(candidate.SealedPrivateKey) is { } plain)
            {
                var key = ECDsa.Create();
                key.ImportPkcs8PrivateKey(plain, out _);
                return (candidate.Id, key);
            }

            candidate.RetiredAt = clock.GetUtcNow();
        }

        return MakeKey();
    }

    private (string Id, ECDsa Key) MakeKey()
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var publicKey = key.ExportSubjectPublicKeyInfo();
        var id = Convert.ToHexStringLower(SHA256.HashData(publicKey))[..16];
        db.LogKeys.Add(
            new LogKey
            {
                Id = id,
                PublicKey = publicKey,
                SealedPrivateKey = seal.Seal(key.ExportPkcs8PrivateKey()),
                CreatedAt = clock.GetUtcNow(),
            }
        );
        return (id, key);
    }
}
