using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.Keys;

/// <summary>The public keys that are trusted, also those that will sign later (RFC 7517).</summary>
public sealed record KeySetResponse([property: JsonPropertyName("keys")] IReadOnlyList<PublishedKey> Keys);

internal static class KeySet
{
    internal static void MapKeySet(this RouteGroupBuilder wellKnown, string prefix) =>
        wellKnown
            .MapGet("/jwks.json", Handle)
            .WithName($"{nameof(KeySet)}{prefix}")
            .WithSummary("The public keys that access tokens are signed with.");

    internal static Ok<KeySetResponse> Handle(KeyRing ring, HttpContext http)
    {
        // Short against the time a new key is announced before it signs.
        http.Response.Headers.CacheControl = "public, max-age=60";
        return TypedResults.Ok(new KeySetResponse(ring.Published));
    }
}
