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
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services
            .AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<CachingTokenHandler>(
                (options, handler) =>
                {
                    options.Authority =
                        configuration["Authentication:Authority"] ?? configuration["services:identity:http:0"];
                    // The authority is on the loopback or inside the cluster unless it is configured with https.
                    options.RequireHttpsMetadata = false;
                    options.MapInboundClaims = false;
                    options.RefreshInterval = TimeSpan.FromSeconds(30);
                    options.TokenHandlers.Clear();
                    options.TokenHandlers.Add(handler);
                    options.TokenValidationParameters = new TokenValidationParameters
                    {
                        ValidAudience = Audience,
                        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
                        NameClaimType = FlowClaims.Name,
                        RoleClaimType = FlowClaims.Role,
                        ClockSkew = TimeSpan.FromSeconds(30),
                    };
                }
            );
        services.AddSingleton<IAuthorizationHandler, PlatformAccessHandler>();
        var access = new AuthorizationPolicyBuilder()
            .RequireAuthenticatedUser()
            .AddRequirements(new PlatformAccess())
            .Build();
        services.AddAuthorizationBuilder().SetDefaultPolicy(access).SetFallbackPolicy(access);
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentUser>();
    }
}
