using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FlowPlatform.Gateway.Tests.Support;

/// <summary>Issues access tokens with a key of its own, right ones and wrong ones.</summary>
public sealed class TokenForge : IDisposable
{
    public const string Audience = "flowplatform";
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string KeyId { get; } = Guid.CreateVersion7().ToString("N");

    public string Issuer { get; set; } = "";

    public object PublicKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return new
        {
            kty = "EC",
            crv = "P-256",
            use = "sig",
            alg = "ES256",
            kid = KeyId,
            x = Base64UrlEncoder.Encode(point.X),
            y = Base64UrlEncoder.Encode(point.Y),
        };
    }

    public string Issue(
        Guid personId,
        TimeSpan? lifetime = null,
        string? issuer = null,
        string? audience = null,
        string role = "admin"
    )
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var expires = now + (lifetime ?? TimeSpan.FromMinutes(10));
        List<Claim> claims =
        [
            new("sub", personId.ToString()),
            new("name", "Ada"),
            new("jti", Guid.CreateVersion7().ToString()),
        ];
        if (role.Length > 0)
        {
            claims.Add(new Claim("role", role));
        }

        return new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = issuer ?? Issuer,
                Audience = audience ?? Audience,
                IssuedAt = expires < now ? expires.AddMinutes(-10) : now,
                NotBefore = expires < now ? expires.AddMinutes(-10) : now,
                Expires = expires,
                Subject = new ClaimsIdentity(claims),
                SigningCredentials = new SigningCredentials(
                    new ECDsaSecurityKey(_key) { KeyId = KeyId },
                    SecurityAlgorithms.EcdsaSha256
                ),
            }
        );
    }

    /// <summary>The token with another header and no signature, as an attacker would make it.</summary>
    public static string WithoutSignature(string token)
    {
        var header = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");
        return $"{header}.{token.Split('.')[1]}.";
    }

    public void Dispose() => _key.Dispose();
}
