using FlowPlatform.AppHost.LocalEngine.Servers;

namespace FlowPlatform.AppHost.LocalEngine.Dashboard;

/// <summary>
/// Keys of the dashboard's four doors, made at the first start and kept: the login link stays the same between runs.
/// </summary>
internal sealed record DashboardKeys(string Browser, string Telemetry, string ResourceService, string Api)
{
    internal static DashboardKeys KeptIn(string folder)
    {
        Directory.CreateDirectory(folder);
        return new DashboardKeys(Key("browser"), Key("otlp"), Key("resource-service"), Key("telemetry-api"));

        string Key(string name) => Secret.KeptIn(Path.Combine(folder, name + ".key"));
    }
}

/// <summary>Where the dashboard listens, loopback only, and who may come in.</summary>
internal sealed record DashboardSettings(int Port, int OtlpPort, int OtlpHttpPort, DashboardKeys Keys)
{
    internal string Address => $"http://localhost:{Port}";

    internal string LoginAddress => $"{Address}/login?t={Keys.Browser}";

    internal string OtlpAddress => $"http://localhost:{OtlpPort}";

    internal Dictionary<string, string?> Environment(Uri resourceService) =>
        new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = Address,
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = OtlpAddress,
            ["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = $"http://localhost:{OtlpHttpPort}",
            ["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] = resourceService.GetLeftPart(UriPartial.Authority),
            ["DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE"] = "ApiKey",
            ["DASHBOARD__RESOURCESERVICECLIENT__APIKEY"] = Keys.ResourceService,
            ["DASHBOARD__FRONTEND__AUTHMODE"] = "BrowserToken",
            ["DASHBOARD__FRONTEND__BROWSERTOKEN"] = Keys.Browser,
            ["DASHBOARD__OTLP__AUTHMODE"] = "ApiKey",
            ["DASHBOARD__OTLP__PRIMARYAPIKEY"] = Keys.Telemetry,
            ["DASHBOARD__API__AUTHMODE"] = "ApiKey",
            ["DASHBOARD__API__PRIMARYAPIKEY"] = Keys.Api,
            // Each arriving span is looked for among all traces kept: of the default 10,000 that is a tenth of a small machine under load.
            ["DASHBOARD__TELEMETRYLIMITS__MAXTRACECOUNT"] = "2000",
        };
}
