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

    /// <summary>An empty set would be kept by its readers, and every token be refused until they read it again.</summary>
    internal static Results<Ok<KeySetResponse>, ProblemHttpResult> Handle(KeyRing ring, HttpContext http)
    {
        var published = ring.Published;
        if (published.Count == 0)
        {
            return TypedResults.Problem(
                "The signing keys have not been loaded yet. Try again in a moment.",
                statusCode: StatusCodes.Status503ServiceUnavailable
            );
        }

        // Short against the time a new key is announced before it signs.
        http.Response.Headers.CacheControl = "public, max-age=60";
        return TypedResults.Ok(new KeySetResponse(published));
    }
}
