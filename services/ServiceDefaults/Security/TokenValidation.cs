using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace FlowPlatform.ServiceDefaults.Security;

/// <summary>Validates access tokens against the discovery document of the configured authority, in every process by itself.</summary>
internal static class TokenValidation
{
    public const string Audience = "flowplatform";

    public static void AddTokenValidation(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<CachingTokenHandler>();
        services.AddBearerTokens(configuration);
        services
            .AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<CachingTokenHandler>(
                (options, handler) =>
                {
                    options.Authority =
                        configuration["Authentication:Authority"] ?? configuration["services:identity:http:0"];
                    options.TokenHandlers.Clear();
                    options.TokenHandlers.Add(handler);
                    SetRules(options);
                }
            );
        services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, TrustPresentKeysOnly);
        services.AddSingleton<IAuthorizationHandler, PlatformAccessHandler>();
        var access = new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .AddRequirements(new PlatformAccess())
            .Build();
        services.AddAuthorizationBuilder().SetDefaultPolicy(access).SetFallbackPolicy(access);
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentUser>();
    }

    private static void SetRules(JwtBearerOptions options)
    {
        // The authority is on the loopback or inside the cluster unless it is configured with https.
        options.RequireHttpsMetadata = false;
        options.MapInboundClaims = false;
        // An unknown key is looked for at most this often; a withdrawn one is noticed at the latest after
        // the second, also where no token with a newer key comes along.
        options.RefreshInterval = TimeSpan.FromSeconds(30);
        options.AutomaticRefreshInterval = TimeSpan.FromMinutes(5);
        options.Events = new JwtBearerEvents
        {
            OnMessageReceived = AbsentAuthority.CheckAsync,
            OnChallenge = AbsentAuthority.AnswerAsync,
        };
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = Audience,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            NameClaimType = FlowClaims.Name,
            RoleClaimType = FlowClaims.Role,
            ClockSkew = TimeSpan.FromSeconds(30),
        };
    }

    // AddAuthentication would bring data protection, which reads and makes a key ring at each start. No service has a
    // secret of its own to protect: bearer tokens need the core, an encoder and the configuration alone.
    private static void AddBearerTokens(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthenticationCore(options => options.DefaultScheme = JwtBearerDefaults.AuthenticationScheme);
        services.AddWebEncoders();
        services.AddSingleton<IAuthenticationConfigurationProvider>(new SchemesOf(configuration));
        new AuthenticationBuilder(services).AddJwtBearer();
    }

    // By default a key that the discovery document has lost is still good for an hour, as "last known good": a key that
    // is withdrawn because others may have it must not be.
    private static void TrustPresentKeysOnly(JwtBearerOptions options)
    {
        if (options.ConfigurationManager is BaseConfigurationManager manager)
        {
            manager.UseLastKnownGoodConfiguration = false;
        }
    }

    private sealed class SchemesOf(IConfiguration configuration) : IAuthenticationConfigurationProvider
    {
        public IConfiguration AuthenticationConfiguration => configuration.GetSection("Authentication");
    }
}
