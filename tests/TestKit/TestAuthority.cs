using System.Security.Cryptography;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FlowPlatform.TestKit;

/// <summary>A small OpenID Connect provider on the loopback: services under test find its discovery document and trust its key.</summary>
public sealed class TestAuthority
{
    private static readonly Lazy<Task<TestAuthority>> Started = new(StartAsync);
    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" };

    private TestAuthority(string address) => Address = address;

    public string Address { get; private set; }

    public static Task<TestAuthority> GetAsync() => Started.Value;

    /// <summary>A token as Identity issues it. Lifetime may be negative, for one that has expired.</summary>
    public string TokenFor(TestPerson person, TimeSpan? lifetime = null)
    {
        ArgumentNullException.ThrowIfNull(person);
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var ends = now + (lifetime ?? TimeSpan.FromHours(1));
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [FlowClaims.Subject] = person.Id.ToString(),
            [FlowClaims.Name] = person.Name,
        };
        Add(claims, FlowClaims.Role, person.Roles);
        Add(claims, FlowClaims.Team, person.Teams.Select(team => $"{team.Id}:{team.Role}"));
        Add(claims, FlowClaims.Customer, person.Customers.Select(customer => $"{customer.Id}:{customer.Role}"));
        Add(claims, FlowClaims.Scope, person.Scopes);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Address,
                Audience = "flowplatform",
                Claims = claims,
                IssuedAt = ends < now ? ends.AddMinutes(-10) : now,
                NotBefore = ends < now ? ends.AddMinutes(-10) : now,
                Expires = ends,
                SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.EcdsaSha256),
            }
        );
    }

    private static void Add(Dictionary<string, object> claims, string name, IEnumerable<string> values)
    {
        var all = values.ToArray();
        if (all.Length > 0)
        {
            claims[name] = all;
        }
    }

    private static async Task<TestAuthority> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var authority = new TestAuthority("");
        var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(authority._key);
        app.MapGet(
            "/.well-known/openid-configuration",
            () => new { issuer = authority.Address, jwks_uri = $"{authority.Address}/.well-known/jwks.json" }
        );
        app.MapGet(
            "/.well-known/jwks.json",
            () =>
                new
                {
                    keys = new[]
                    {
                        new
                        {
                            kty = "EC",
                            use = "sig",
                            alg = "ES256",
                            kid = key.Kid,
                            crv = key.Crv,
                            x = key.X,
                            y = key.Y,
                        },
                    },
                }
        );
        await app.StartAsync();
        authority.Address = app.Urls.Single();
        return authority;
    }
}
