using System.Reflection;
using System.Text.Json.Serialization;
using FlowPlatform.ServiceDefaults.Data;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Idempotency;
using FlowPlatform.ServiceDefaults.Operations;
using FlowPlatform.ServiceDefaults.Security;
using FlowPlatform.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace FlowPlatform.ServiceDefaults;

/// <summary>What every service has alike. A service's Program calls these three in turn and nothing else of its own.</summary>
public static class ServiceHosting
{
    private const string MigrateVerb = "migrate";

    /// <summary>Telemetry, health, problem details, JSON, OpenAPI and token validation, for the service of this name.</summary>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string name)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var service = new ServiceIdentity(name);
        builder.Services.AddSingleton(service);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        builder.AddTelemetry(service);
        builder.Services.AddHealthChecks();
        builder.Services.AddProblemDetails(problems =>
            problems.CustomizeProblemDetails = Problems.NameFieldsAsTheBodyDoes
        );
        builder.Services.AddExceptionHandler<ExceptionProblems>();
        // Everywhere, not in development alone: else a value that cannot be read is refused without a word.
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(
                new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false)
            );
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        });
        builder.Services.AddOpenApi("v1", options => options.AddDocumentTransformer(OpenApiDocument.Describe));
        builder.Services.AddTokenValidation(builder.Configuration);
        builder.Services.AddHostedService<IdleGarbage>();
        // Requests and consumers in flight have this long to finish.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(9));
        return builder;
    }

    /// <summary>The middleware and endpoints that every service has: errors, tokens, idempotency, health, OpenAPI, operations.</summary>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var service = app.Services.GetRequiredService<ServiceIdentity>();
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                SuppressDiagnosticsCallback = context =>
                    context.ExceptionHandledBy == ExceptionHandledType.ExceptionHandlerService,
            }
        );
        app.UseStatusCodePages();
        app.UseAuthentication();
        app.UseAuthorization();
        if (app.Services.GetService<IServiceProviderIsService>()?.IsService(typeof(ServiceDbContext)) == true)
        {
            app.UseMiddleware<IdempotencyMiddleware>();
        }

        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks(
                "/health/ready",
                new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }
            )
            .AllowAnonymous();
        app.MapOpenApi().AllowAnonymous();
        app.MapOperations(service);
        return app;
    }

    /// <summary>
    /// Runs the verbs of the command line: "migrate" applies the database's migrations and ends, "migrate serve" goes on to serve,
    /// "serve" or nothing serves; "errors" and "resend" are those of <see cref="ErrorQueueVerbs"/>. Returns the process's exit code.
    /// </summary>
    public static async Task<int> RunServiceAsync(this WebApplication app, string[] args)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (args is [ErrorQueueVerbs.List or ErrorQueueVerbs.Resend, ..])
        {
            return await ErrorQueueVerbs.RunAsync(app.Services.GetRequiredService<ErrorQueues>(), args);
        }

        if (args.Contains(MigrateVerb, StringComparer.Ordinal))
        {
            var program =
                Assembly.GetEntryAssembly() ?? throw new InvalidOperationException("This process has no program.");
            var migrated = await Migrations.RunAsync(program, app.Services.GetRequiredService<NpgsqlDataSource>());
            if (migrated != 0 || !args.Contains("serve", StringComparer.Ordinal))
            {
                return migrated;
            }
        }

        await app.RunAsync();
        return 0;
    }

    internal static ServiceIdentity IdentityOf(IServiceCollection services) =>
        services.LastOrDefault(service => service.ServiceType == typeof(ServiceIdentity))?.ImplementationInstance
            as ServiceIdentity
        ?? throw new InvalidOperationException("Call AddServiceDefaults first.");
}
