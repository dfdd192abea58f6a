using FlowPlatform.Gateway.Callers;
using FlowPlatform.Gateway.Health;
using FlowPlatform.Gateway.Identity;
using FlowPlatform.Gateway.Limits;
using FlowPlatform.Gateway.OpenApi;
using FlowPlatform.Gateway.Pages;
using FlowPlatform.Gateway.Routing;
using FlowPlatform.Gateway.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace FlowPlatform.Gateway;

internal static class GatewayRegistration
{
    private static readonly TimeSpan OwnRequestsTimeout = TimeSpan.FromSeconds(10);

    public static void AddGateway(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidation();
        builder
            .Services.AddOptions<GatewayOptions>()
            .BindConfiguration(GatewayOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder
            .Services.AddOptions<KestrelServerOptions>()
            .Configure<IOptions<GatewayOptions>>(
                (kestrel, gateway) => kestrel.Limits.MaxRequestBodySize = gateway.Value.LargestRequest
            );
        builder
            .Services.AddReverseProxy()
            .LoadFromConfig(builder.Configuration.GetSection("ReverseProxy"))
            .AddConfigFilter<ServiceDestinations>()
            .AddTransforms<OutgoingHeaders>();
        builder.Services.AddSingleton<ServiceAddresses>();
        // For the gateway's own questions to services. Their addresses do not change while it runs.
        builder.Services.AddSingleton(new HttpClient { Timeout = OwnRequestsTimeout });
        builder.Services.AddSingleton<JoinedDocument>();
        builder.Services.AddHealthChecks().AddCheck<IdentityReachable>("identity", tags: ["ready"]);
        builder.Services.AddRateLimiter();
        builder.Services.AddSingleton<IConfigureOptions<RateLimiterOptions>, RateLimits>();
        builder.AddCallers();
    }

    private static void AddCallers(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<FailedAttempts>();
        builder.Services.AddSingleton<IdentityTokens>();
        builder.Services.AddSingleton<AccessTokens>();
        builder.Services.AddSingleton<PersonalAccessTokens>();
        builder.Services.AddSingleton<SessionStore>();
        builder.Services.AddSingleton<LiveSessions>();
        builder.Services.AddSingleton<SessionTokens>();
        builder.Services.AddSingleton<CallerFinder>();
        builder.Services.AddHostedService<SessionSweep>();
        builder
            .Services.AddAuthentication(GatewayAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, GatewayAuthentication>(GatewayAuthentication.SchemeName, null);
        // Whether the person holds any role is worked out once a token, not once a request.
        var access = new AuthorizationPolicyBuilder().RequireAssertion(Caller.MayEnter).Build();
        builder.Services.AddAuthorizationBuilder().SetDefaultPolicy(access).SetFallbackPolicy(access);
        var folder = builder.Configuration.GetSection(GatewayOptions.Section).Get<GatewayOptions>() ?? new();
        builder
            .Services.AddDataProtection()
            .SetApplicationName("FlowPlatform.Gateway")
            .PersistKeysToFileSystem(PrivateFolder.Ensure(Path.Combine(folder.DataFolder, "keys")));
    }

    /// <summary>
    /// The order matters: sizes before anything is read, limits by person after the person is known.
    /// </summary>
    public static void UseGateway(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler();
        app.UseWebPage();
        app.UseRouting();
        app.UseMiddleware<RequestSizes>();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapReverseProxy(proxy =>
        {
            proxy.UseMiddleware<ForwardingProblems>();
            proxy.UseMiddleware<AnswerDeadline>();
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        });
        app.MapSession();
        app.MapHealth();
        app.MapGet("/api/openapi.json", SendJoined).AllowAnonymous().ExcludeFromDescription();
        app.MapApiPage();
        app.MapWebPage();
    }

    private static async Task<IResult> SendJoined(JoinedDocument document, CancellationToken ct) =>
        TypedResults.Bytes(await document.ReadAsync(ct), "application/json; charset=utf-8");

    private static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(
                "/health/ready",
                new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }
            )
            .AllowAnonymous();
    }
}
