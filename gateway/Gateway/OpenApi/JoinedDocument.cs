using System.Text.Json;
using System.Text.Json.Nodes;
using FlowPlatform.Gateway.Routing;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FlowPlatform.Gateway.OpenApi;

/// <summary>
/// The OpenAPI documents of all services as one. Kept for a short time, so that a service that was restarted with
/// another API is shown soon; while a service is away the rest is shown, the description says what is missing, and
/// it is asked again sooner.
/// </summary>
internal sealed partial class JoinedDocument(
    HttpClient http,
    ServiceAddresses addresses,
    [FromKeyedServices(JoinedDocument.OwnDocument)] IOpenApiDocumentProvider own,
    TimeProvider clock,
    ILogger<JoinedDocument> logger
)
{
    public const string OwnDocument = "v1";
    private const string Path = "/openapi/v1.json";

    private static readonly string[] Services =
    [
        "identity",
        "intake",
        "prioritisation",
        "board",
        "change-approval",
        "ai-adoption",
    ];

    private static readonly TimeSpan WholeKept = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan PartKept = TimeSpan.FromSeconds(2);
    private readonly SingleFlight<Kept> _joins = new();
    private volatile Kept? _kept;

    public async Task<byte[]> ReadAsync(CancellationToken ct)
    {
        var kept = Fresh ?? await _joins.RunAsync("", JoinAsync, ct);
        return kept.Json;
    }

    private Kept? Fresh => _kept is { } kept && clock.GetUtcNow() < kept.Until ? kept : null;

    private async Task<Kept> JoinAsync()
    {
        if (Fresh is { } known)
        {
            return known;
        }

        var fetched = await Task.WhenAll(Services.Select(FetchAsync));
        var missing = Services.Where((_, i) => fetched[i] is null).ToList();
        var documents = fetched
            .OfType<ServiceDocument>()
            .Append(new ServiceDocument("gateway", "", await OwnAsync()))
            .ToList();
        var json = JsonSerializer.SerializeToUtf8Bytes(DocumentJoin.Join(documents, Info(missing)));
        var kept = new Kept(json, clock.GetUtcNow() + (missing.Count == 0 ? WholeKept : PartKept));
        _kept = kept;
        return kept;
    }

    private async Task<ServiceDocument?> FetchAsync(string service)
    {
        try
        {
            var address = addresses.Pick(service);
            var text = address is null ? null : await http.GetStringAsync(new Uri(address, Path));
            return text is not null && JsonNode.Parse(text) is JsonObject document
                ? new ServiceDocument(service, "/api", document)
                : null;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException)
        {
            Log.Missing(logger, service, e.Message);
            return null;
        }
    }

    private async Task<JsonObject> OwnAsync()
    {
        var document = await own.GetOpenApiDocumentAsync(CancellationToken.None);
        return JsonNode.Parse(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1))!.AsObject();
    }

    private static JsonObject Info(List<string> missing)
    {
        var description =
            "All services behind the gateway. Sign in with a bearer token or a personal access token, "
            + "or in the browser with POST /session.";
        if (missing.Count > 0)
        {
            description += $" Not answering at the moment, and therefore not shown: {string.Join(", ", missing)}.";
        }

        return new JsonObject
        {
            ["title"] = "FlowPlatform",
            ["version"] = "v1",
            ["description"] = description,
        };
    }

    private sealed record Kept(byte[] Json, DateTimeOffset Until);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "The API document of {Service} is not to be had: {Reason}")]
        public static partial void Missing(ILogger logger, string service, string reason);
    }
}
