using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.Sessions;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Tokens;

/// <summary>Starts, continues and ends the families of refresh tokens.</summary>
internal sealed class Sessions(IdentityDbContext db, TimeProvider clock)
{
    public (Secret Token, DateTimeOffset ExpiresAt) Start(Guid personId)
    {
        var now = clock.GetUtcNow();
        var family = RefreshFamily.Start(personId, now);
        db.RefreshFamilies.Add(family);
        return (AddToken(family.Id, now), family.ExpiresAt);
    }

    public async Task<Result<Continuation>> ContinueAsync(string refreshToken, CancellationToken ct)
    {
        var hash = Secret.HashOf(refreshToken);
        var now = clock.GetUtcNow();
        var found = await (
            from token in db.RefreshTokens.AsNoTracking()
            join family in db.RefreshFamilies on token.FamilyId equals family.Id
            where token.Hash == hash
            select new { token, family }
        ).SingleOrDefaultAsync(ct);
        var verdict = found?.family.Judge(found.token, now) ?? RefreshVerdict.Ended;
        if (found is null || verdict == RefreshVerdict.Ended)
        {
            return SessionErrors.RefreshTokenInvalid;
        }

        if (verdict == RefreshVerdict.Reused)
        {
            await EndReusedAsync(found.family, now, ct);
            return SessionErrors.RefreshTokenReused;
        }

        var person = await db.ReadClaimsAsync(found.family.PersonId, now, ct);
        // A lockout only delays: the token is not used up by it.
        return person is null or { IsLockedOut: true }
            ? SessionErrors.RefreshTokenInvalid
            : await RotateAsync(hash, found.family, person, now, ct);
    }

    /// <summary>Ends every session of a person; saves with the caller's transaction.</summary>
    public Task EndAllAsync(Guid personId, RevocationReason reason, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db
            .RefreshFamilies.Where(family => family.PersonId == personId && family.RevokedAt == null)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(family => family.RevokedAt, now)
                        .SetProperty(family => family.RevokedBecause, reason),
                ct
            );
    }

    public Task EndAsync(string refreshToken, CancellationToken ct)
    {
        var hash = Secret.HashOf(refreshToken);
        var now = clock.GetUtcNow();
        return db
            .RefreshFamilies.Where(family =>
                family.RevokedAt == null
                && db.RefreshTokens.Any(token => token.Hash == hash && token.FamilyId == family.Id)
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(family => family.RevokedAt, now)
                        .SetProperty(family => family.RevokedBecause, RevocationReason.SignedOut),
                ct
            );
    }

    private async Task<Result<Continuation>> RotateAsync(
        byte[] hash,
        RefreshFamily family,
        PersonClaims person,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var used = await db
            .RefreshTokens.Where(token => token.Hash == hash && token.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.UsedAt, now), ct);
        if (used == 0)
        {
            // It was unused when this request read it, so the two overlapped: a race of one client, not a copy that
            // turned up later. The loser gets nothing; should it come again with the old token, that is a reuse.
            return SessionErrors.RefreshTokenRaced;
        }

        var next = AddToken(family.Id, now);
        await db.SaveChangesAsync(ct);
        return new Continuation(person, next, family.ExpiresAt);
    }

    private async Task EndReusedAsync(RefreshFamily family, DateTimeOffset now, CancellationToken ct)
    {
        db.RefreshFamilies.Attach(family);
        if (family.Revoke(RevocationReason.TokenReused, now))
        {
            db.Audit(new AuditFact("session.refresh-token-reused", "person", family.PersonId, null, now));
            await db.SaveChangesAsync(ct);
        }
    }

    private Secret AddToken(Guid familyId, DateTimeOffset now)
    {
        var secret = Secret.Create(Secret.RefreshToken);
        db.RefreshTokens.Add(new RefreshToken(secret.Hash, familyId, now));
        return secret;
    }
}

/// <summary>A session that goes on: who it is, and the next refresh token.</summary>
internal sealed record Continuation(PersonClaims Person, Secret RefreshToken, DateTimeOffset ExpiresAt);
