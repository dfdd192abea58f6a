using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace FlowPlatform.Gateway.Tests.Support;

/// <summary>
/// A service as the gateway sees it over HTTP: it answers what it was asked, streams, dawdles and breaks off on
/// demand.
/// </summary>
public sealed class ServiceUpstream(string name, string? document = null) : IAsyncDisposable
{
    private WebApplication? _app;
    private int _requests;

    public string Address => _app!.Urls.First();

    public bool Ready { get; set; } = true;

    public int Requests => _requests;

    /// <summary>Lets the stream at .../stream go on to its second event.</summary>
    public TaskCompletionSource SecondEvent { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Set when a caller went away from a stream.</summary>
    public TaskCompletionSource StreamLeft { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<ServiceUpstream> StartAsync(int port = 0)
    {
        _app = await LocalServer.StartAsync(Map, port);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    public static string DocumentOf(string service, string extra = "integer") =>
        $$"""
            {
              "openapi": "3.1.1",
              "info": { "title": "{{service}}", "version": "v1" },
              "paths": {
                "/{{service}}/things": {
                  "get": {
                    "operationId": "ListThings",
                    "responses": { "200": { "description": "OK", "content": { "application/json": {
                      "schema": { "$ref": "#/components/schemas/Page" } } } } }
                  }
                }
              },
              "components": { "schemas": {
                "Page": { "type": "object", "properties": { "item": { "$ref": "#/components/schemas/Thing" } } },
                "Thing": { "type": "{{extra}}" },
                "Problem": { "type": "object" }
              } }
            }
            """;

    private void Map(WebApplication app)
    {
        app.MapGet(
            "/health/ready",
            () => Ready ? Results.Ok() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable)
        );
        app.MapGet("/openapi/v1.json", () => TypedResults.Text(document ?? DocumentOf(name), "application/json"));
        app.MapGet("/{prefix}/stream", StreamAsync);
        app.MapPost("/{prefix}/imports", CountAsync);
        app.MapPost("/{prefix}/imports:preview", CountAsync);
        app.MapPost("/{prefix}/events", CountAsync);
        app.MapPost("/{prefix}/seats:import", CountAsync);
        app.MapGet("/{prefix}/slow", async (int ms, CancellationToken ct) => await Task.Delay(ms, ct));
        app.MapGet("/{prefix}/slow-body", SlowBodyAsync);
        app.MapGet("/{prefix}/abort", (HttpContext context) => context.Abort());
        app.MapGet(
            "/{prefix}/headers",
            (HttpResponse response) => response.Headers.ContentSecurityPolicy = "default-src *"
        );
        app.MapFallback(
            (HttpRequest request) =>
            {
                Interlocked.Increment(ref _requests);
                return new Echo(request);
            }
        );
    }

    private async Task StreamAsync(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync("data: first\n\n", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        try
        {
            await SecondEvent.Task.WaitAsync(context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            StreamLeft.TrySetResult();
            throw;
        }

        await context.Response.WriteAsync("data: second\n\n", context.RequestAborted);
    }

    private static async Task SlowBodyAsync(HttpContext context, int ms)
    {
        await context.Response.WriteAsync("begun ", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await Task.Delay(ms, context.RequestAborted);
        await context.Response.WriteAsync("done", context.RequestAborted);
    }

    private static async Task<long> CountAsync(HttpRequest request, CancellationToken ct)
    {
        var buffer = new byte[65_536];
        var total = 0L;
        int read;
        while ((read = await request.Body.ReadAsync(buffer, ct)) > 0)
        {
            total += read;
        }

        return total;
    }
}
