using System.Security.Cryptography;
using FlowPlatform.ServiceDefaults.Security;
using FlowPlatform.TestKit;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace FlowPlatform.ServiceDefaults.Tests;

/// <summary>An authority that withdraws a key, because somebody else may have it, is believed.</summary>
public sealed class WithdrawnKeyTests : IAsyncLifetime
{
    private readonly ECDsaSecurityKey _stolen = Key("stolen");
    private readonly ECDsaSecurityKey _next = Key("next");
    private WebApplication? _authority;
    private ECDsaSecurityKey? _published;

    [Fact]
    public async Task Given_a_key_that_the_authority_has_withdrawn_Then_its_tokens_are_refused()
    {
        var validate = Validator();
        (await validate(Token(_stolen))).ShouldBeTrue();

        _published = _next;
        var next = Token(_next);
        await Eventually.Holds(() => validate(next), "the new key is looked for when its first token comes");

        // Another token than before: the verdict on that one may be remembered for a minute.
        (await validate(Token(_stolen))).ShouldBeFalse();
    }

    public async ValueTask InitializeAsync()
    {
        _published = _stolen;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _authority = builder.Build();
        _authority.MapGet(
            "/.well-known/openid-configuration",
            () => new { issuer = Address, jwks_uri = $"{Address}/keys" }
        );
        _authority.MapGet("/keys", () => new { keys = new[] { Public(_published!) } });
        await _authority.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_authority is not null)
        {
            await _authority.DisposeAsync();
        }
    }

    private string Address => _authority!.Urls.Single();

    private Func<string, Task<bool>> Validator()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Authentication:Authority", Address)])
            .Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        services.AddTokenValidation(configuration);
        var options = services
            .BuildServiceProvider()
            .GetRequiredService<IOptionsMonitor<JwtBearerOptions>>()
            .Get(JwtBearerDefaults.AuthenticationScheme);
        var rules = options.TokenValidationParameters.Clone();
        rules.ConfigurationManager = (BaseConfigurationManager)options.ConfigurationManager!;
        return async token => (await options.TokenHandlers[0].ValidateTokenAsync(token, rules)).IsValid;
    }

    private string Token(ECDsaSecurityKey key) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Address,
                Audience = TokenValidation.Audience,
                Claims = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["jti"] = Guid.CreateVersion7().ToString(),
                },
                SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
            }
        );

    private static ECDsaSecurityKey Key(string id) => new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = id };

    private static Dictionary<string, string> Public(ECDsaSecurityKey key)
    {
        var jwk = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(key);
        return new(StringComparer.Ordinal)
        {
            ["kty"] = jwk.Kty,
            ["crv"] = jwk.Crv,
            ["x"] = jwk.X,
            ["y"] = jwk.Y,
            ["kid"] = jwk.Kid,
            ["alg"] = SecurityAlgorithms.EcdsaSha256,
        };
    }
}
