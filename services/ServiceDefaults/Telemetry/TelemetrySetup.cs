using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace FlowPlatform.ServiceDefaults.Telemetry;

/// <summary>Traces, metrics and logs over OTLP, where OTEL_EXPORTER_OTLP_ENDPOINT says so; the runtime and the libraries bring the sources.</summary>
internal static class TelemetrySetup
{
    // By their full names: a pattern would be compiled to a regular expression in every service.
    private static readonly string[] Sources =
    [
        "Microsoft.AspNetCore",
        "System.Net.Http",
        "Npgsql",
        "MassTransit",
        "Yarp.ReverseProxy",
    ];

    private static readonly string[] Meters =
    [
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Net.Http",
        "System.Runtime",
        "Npgsql",
        "MassTransit",
        "Yarp.ReverseProxy",
    ];

    // Room for every series is set aside at the first measurement: 2,000 by default, which is 18 MB a service for nothing.
    private static readonly MetricStreamConfiguration FewSeries = new() { CardinalityLimit = 200 };

    public static void AddTelemetry(this WebApplicationBuilder builder, ServiceIdentity service)
    {
        // A line a request, and eight a health probe, bury what a person looks for; traces tell of requests.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        builder.Services.AddSingleton<IStartupFilter, QuietProbes>();
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource
                    .AddService(builder.Configuration["OTEL_SERVICE_NAME"] ?? service.Name)
                    .AddEnvironmentVariableDetector()
            )
            .WithTracing(tracing =>
                tracing
                    .AddSource([.. Sources, service.TelemetrySource])
                    .SetSampler(SamplerOf(builder.Configuration))
                    .AddOtlpExporter()
            )
            .WithMetrics(metrics =>
                metrics.AddMeter([.. Meters, service.TelemetrySource]).AddView(_ => FewSeries).AddOtlpExporter()
            );
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
            logging.AddOtlpExporter();
        });
    }

    private static Func<IServiceProvider, Sampler> SamplerOf(IConfiguration configuration) =>
        services => new ParentBasedSampler(
            new TracesBeginOutside(
                configuration.GetValue("Telemetry:TracesPerSecond", 100),
                services.GetRequiredService<TimeProvider>()
            )
        );
}
