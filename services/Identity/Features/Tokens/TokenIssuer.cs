using FlowPlatform.Identity.Features.Keys;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FlowPlatform.Identity.Features.Tokens;

/// <summary>Signs access tokens.</summary>
internal sealed class TokenIssuer(KeyRing ring, IssuerAddress issuer, TimeProvider clock)
{
    public const string Audience = "flowplatform";
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <param name="person">Whom the token is about.</param>
    /// <param name="scopes">What a personal access token is limited to; null for a person who signed in.</param>
    /// <param name="latest">The token never outlives what it was exchanged for.</param>
    public (string Token, int ExpiresIn) Issue(PersonClaims person, string[]? scopes, DateTimeOffset latest)
    {
        var now = clock.GetUtcNow();
        var expires = latest < now + Lifetime ? latest : now + Lifetime;
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["sub"] = person.Id.ToString(),
            ["jti"] = Guid.CreateVersion7(now).ToString(),
            ["name"] = person.Name,
            ["role"] = person.Roles,
            ["team"] = person.Teams,
            ["customer"] = person.Customers,
        };
        if (scopes is not null)
        {
            claims["scope"] = scopes;
        }

        var token = Handler.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = issuer.Value,
                Audience = Audience,
                IssuedAt = now.UtcDateTime,
                NotBefore = now.UtcDateTime,
                Expires = expires.UtcDateTime,
                Claims = claims,
                SigningCredentials = ring.Signer,
            }
        );
        return (token, (int)(expires - now).TotalSeconds);
    }
}
