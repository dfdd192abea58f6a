using System.Text.Json.Serialization;
using FlowPlatform.Identity.Domain.AccessTokens;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.IdentityModel.Tokens;

namespace FlowPlatform.Identity.Features.Keys;

/// <summary>OpenID Connect Discovery 1.0: what those who validate tokens need to know.</summary>
public sealed record DiscoveryDocumentResponse(
    [property: JsonPropertyName("issuer")] string Issuer,
    [property: JsonPropertyName("jwks_uri")] string KeysAddress,
    [property: JsonPropertyName("token_endpoint")] string TokenEndpoint,
    [property: JsonPropertyName("revocation_endpoint")] string RevocationEndpoint,
    [property: JsonPropertyName("response_types_supported")] IReadOnlyList<string> ResponseTypes,
    [property: JsonPropertyName("grant_types_supported")] IReadOnlyList<string> GrantTypes,
    [property: JsonPropertyName("subject_types_supported")] IReadOnlyList<string> SubjectTypes,
    [property: JsonPropertyName("id_token_signing_alg_values_supported")] IReadOnlyList<string> Algorithms,
    [property: JsonPropertyName("scopes_supported")] IReadOnlyList<string> Scopes,
    [property: JsonPropertyName("claims_supported")] IReadOnlyList<string> Claims
);

internal static class DiscoveryDocument
{
    private static readonly string[] Claims =
    [
        "iss",
        "aud",
        "sub",
        "jti",
        "iat",
        "nbf",
        "exp",
        "name",
        "role",
        "team",
        "customer",
        "scope",
    ];

    internal static void MapDiscoveryDocument(this RouteGroupBuilder wellKnown, string prefix) =>
        wellKnown
            .MapGet("/openid-configuration", Handle)
            .WithName($"{nameof(DiscoveryDocument)}{prefix}")
            .WithSummary("Issuer, key address and token endpoint.");

    internal static Ok<DiscoveryDocumentResponse> Handle(IssuerAddress issuer)
    {
        var address = issuer.Value;
        return TypedResults.Ok(
            new DiscoveryDocumentResponse(
                address,
                $"{address}/.well-known/jwks.json",
                $"{address}/identity/tokens",
                $"{address}/identity/tokens/revoke",
                ["token"],
                ["password", "refresh", "personal-access-token"],
                ["public"],
                [SecurityAlgorithms.EcdsaSha256],
                TokenScopes.Known,
                Claims
            )
        );
    }
}
