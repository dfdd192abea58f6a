namespace FlowPlatform.AppHost.LocalEngine.Workloads;

/// <summary>Where telemetry goes, and the key that lets it in.</summary>
internal sealed record TelemetryTarget(string Endpoint, string ApiKey);

/// <summary>The variables that a project finds: the same, under the same names, that Aspire's own engine gives.</summary>
internal static class ServiceEnvironment
{
    internal static Dictionary<string, string?> Of(
        ProjectResource project,
        string instanceId,
        TelemetryTarget? telemetry
    )
    {
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = string.Join(';', project.Endpoints.Select(endpoint => endpoint.Url)),
            ["LOGGING__CONSOLE__FORMATTERNAME"] = "simple",
        };
        AddRuntimeSettings(environment);
        AddTelemetry(environment, project.Name, instanceId, telemetry);
        foreach (var reference in project.References)
        {
            AddReference(environment, reference);
        }

        foreach (var (name, value) in project.Environment)
        {
            environment[name] = value();
        }

        return environment;
    }

    // Seven services, two servers and the dashboard share one small machine, so each gives back rather than keeps for its
    // own peaks: memory, and the processor, for which a waiting thread would otherwise spin against those who work.
    private static void AddRuntimeSettings(Dictionary<string, string?> environment)
    {
        environment["DOTNET_gcServer"] = "0";
        environment["DOTNET_GCConserveMemory"] = "3";
        // 6 MB between two collections of the youngest, in hexadecimal; the default is the processor's whole cache, 32 MB.
        environment["DOTNET_GCGen0MaxBudget"] = "0x600000";
        environment["DOTNET_TieredPGO"] = "0";
        environment["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0";
        environment["MALLOC_ARENA_MAX"] = "2";
        // Each page of compiled code would be mapped twice, 50 MB a service, to guard against what a developer's own
        // machine need not fear; without it services also start sooner.
        environment["DOTNET_EnableWriteXorExecute"] = "0";
        environment["DOTNET_NOLOGO"] = "1";
        // PostgreSQL here is on the loopback: to ask for encryption by Kerberos, as clients do by default, would load its libraries.
        environment["PGGSSENCMODE"] = "disable";
    }

    private static void AddTelemetry(
        Dictionary<string, string?> environment,
        string service,
        string instanceId,
        TelemetryTarget? telemetry
    )
    {
        if (telemetry is null)
        {
            return;
        }

        environment["OTEL_SERVICE_NAME"] = service;
        environment["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={instanceId}";
        environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = telemetry.Endpoint;
        environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc";
        environment["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-otlp-api-key={telemetry.ApiKey}";
        environment["OTEL_BLRP_SCHEDULE_DELAY"] = "1000";
        environment["OTEL_BSP_SCHEDULE_DELAY"] = "1000";
        environment["OTEL_METRIC_EXPORT_INTERVAL"] = "1000";
        environment["OTEL_TRACES_SAMPLER"] = "always_on";
        environment["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based";
    }

    private static void AddReference(Dictionary<string, string?> environment, Resource reference)
    {
        var prefix = reference.Name.ToUpperInvariant().Replace('-', '_');
        if (reference is IResourceWithConnectionString server)
        {
            environment[$"ConnectionStrings__{reference.Name}"] = server.ConnectionString;
            foreach (var (name, value) in server.ConnectionProperties)
            {
                environment[$"{prefix}_{name}"] = value;
            }
        }

        foreach (var endpoint in reference.Endpoints)
        {
            environment[$"services__{reference.Name}__{endpoint.Name}__0"] = endpoint.Url;
            environment[$"{prefix}_{endpoint.Name.ToUpperInvariant()}"] = endpoint.Url;
        }
    }
}
