using System.Text.Json.Nodes;
using FlowPlatform.EndToEnd.Tests.Platform;

namespace FlowPlatform.EndToEnd.Tests.Telemetry;

/// <summary>A span as the dashboard holds it. Parent is null for the one that began its trace.</summary>
internal sealed record Span(string Service, string Scope, string Name, string Trace, string Id, string? Parent);

/// <summary>The Aspire dashboard's telemetry API, with the key that AppHost has given it.</summary>
internal sealed class Dashboard(PlatformFixture platform)
{
    /// <summary>The spans of one trace, or the newest of all.</summary>
    public async Task<List<Span>> SpansAsync(string? trace = null)
    {
        using var http = new HttpClient { BaseAddress = platform.Dashboard };
        var key = Path.Combine(platform.DataDirectory, "dashboard", "telemetry-api.key");
        http.DefaultRequestHeaders.Add("x-api-key", (await File.ReadAllTextAsync(key)).Trim());
        var path = trace is null ? "/api/telemetry/traces?limit=1000" : $"/api/telemetry/traces/{trace}";
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        if (response.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return [];
        }

        response.IsSuccessStatusCode.ShouldBeTrue($"{path}: {response.StatusCode}");
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync());
        return [.. answer!["data"]!["resourceSpans"]!.AsArray().SelectMany(Of)];
    }

    private static IEnumerable<Span> Of(JsonNode? resourceSpans)
    {
        var service = resourceSpans!["resource"]!["attributes"]!
            .AsArray()
            .Single(attribute => attribute!["key"]!.GetValue<string>() == "service.name")!["value"]![
            "stringValue"
        ]!.GetValue<string>();
        return resourceSpans["scopeSpans"]!
            .AsArray()
            .SelectMany(scope =>
                scope!["spans"]!
                    .AsArray()
                    .Select(span => new Span(
                        service,
                        scope["scope"]!["name"]!.GetValue<string>(),
                        span!["name"]!.GetValue<string>(),
                        span["traceId"]!.GetValue<string>(),
                        span["spanId"]!.GetValue<string>(),
                        span["parentSpanId"]?.GetValue<string>()
                    ))
            );
    }
}
