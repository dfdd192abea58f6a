using FlowPlatform.Identity.Domain.Keys;
using FlowPlatform.Identity.Features.Tokens;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;

namespace FlowPlatform.Identity.Features.Keys;

internal static class SigningKeySetup
{
    // What services allow their clocks to differ by, with room.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    internal static void AddSigningKeys(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddOptions<SigningKeyOptions>()
            .BindConfiguration(SigningKeyOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton(provider => new KeySealer(
            EncryptionKeySource.Read(
                provider.GetRequiredService<IOptions<SigningKeyOptions>>().Value,
                mayCreateFile: builder.Environment.IsDevelopment()
            )
        ));
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<SigningKeyOptions>>().Value;
            return new KeySchedule(options.AnnounceFor, TokenIssuer.Lifetime + ClockSkew, options.RotateEvery);
        });
        services.AddSingleton<KeyRing>();
        services.AddSingleton<IssuerAddress>();
        services.AddSingleton<RingConfigurationManager>();
        services.AddScoped<KeyRotation>().AddScoped<KeyRotationByHand>();
        services.AddHostedService<KeyKeeper>();
        services.AddHealthChecks().AddCheck<KeyRingHealth>("signing-keys", tags: ["ready"]);
        services
            .AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .PostConfigure<RingConfigurationManager>((options, ring) => options.ConfigurationManager = ring);
    }
}
