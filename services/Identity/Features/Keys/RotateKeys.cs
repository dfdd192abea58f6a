using System.ComponentModel.DataAnnotations;
using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Features.Passwords;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.Keys;

/// <summary>Makes a new signing key.</summary>
/// <param name="Reason">Why, for the audit log.</param>
/// <param name="Compromised">
/// True when an old key may be known to others: it is trusted no longer, the new key signs at once, and everybody's
/// access token has to be refreshed. Otherwise nobody notices the rotation.
/// </param>
public sealed record RotateKeysRequest([Required, StringLength(500)] string Reason, bool Compromised);

internal static class RotateKeys
{
    internal static void MapRotateKeys(this RouteGroupBuilder keys) =>
        keys.MapPost("/keys:rotate", Handle)
            .WithName(nameof(RotateKeys))
            .WithSummary("Makes a new signing key; the present one stays trusted until its tokens have expired.")
            .RefusePersonalAccessTokens();

    internal static async Task<Ok<SigningKeyResponse>> Handle(
        RotateKeysRequest request,
        KeyRotationByHand rotation,
        CurrentUser user,
        CancellationToken ct
    ) => TypedResults.Ok(SigningKeyResponse.From(await rotation.RotateAsync(request, user.Id, ct)));
}

internal sealed class KeyRotationByHand(IdentityDbContext db, KeyRotation rotation, KeyRing ring, TimeProvider clock)
{
    public async Task<Domain.Keys.SigningKey> RotateAsync(RotateKeysRequest request, Guid by, CancellationToken ct)
    {
        var made = await db.InTransactionAsync(
            async token =>
            {
                var key = await rotation.RotateAsync(request.Compromised, token);
                // A key is named by a thumbprint, not an id: the person who rotated is the subject as well.
                db.Audit(
                    new AuditFact("signing-key.rotated", "person", by, by, clock.GetUtcNow())
                    {
                        Reason = request.Reason,
                        After = new { key.KeyId, request.Compromised },
                    }
                );
                await db.SaveChangesAsync(token);
                return key;
            },
            ct
        );
        await ring.ReloadAsync(ct);
        return made;
    }
}
