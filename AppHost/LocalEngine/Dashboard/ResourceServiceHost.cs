using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace FlowPlatform.AppHost.LocalEngine.Dashboard;

/// <summary>
/// Serves <c>aspire.v1.DashboardService</c> on a free loopback port. The gRPC server packages are not on every feed that
/// builds this project, and the four methods need little more than framing, so that is done here on Kestrel.
/// </summary>
internal sealed class ResourceServiceHost : IAsyncDisposable
{
    internal const string ApiKeyHeader = "x-resource-service-api-key";
    private const string PathPrefix = "/aspire.v1.DashboardService/";
    private static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(2);

    private readonly WebApplication _app;

    private ResourceServiceHost(WebApplication app) => _app = app;

    internal Uri Address =>
        new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    internal static async Task<ResourceServiceHost> StartAsync(
        ResourceServiceCalls calls,
        string apiKey,
        CancellationToken ct
    )
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Listen);
        var app = builder.Build();
        var key = Encoding.UTF8.GetBytes(apiKey);
        app.Run(http => AnswerAsync(http, calls, key, app.Lifetime.ApplicationStopping));
        await app.StartAsync(ct);
        return new ResourceServiceHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        using var timeout = new CancellationTokenSource(StopTimeout);
        await _app.StopAsync(timeout.Token);
        await _app.DisposeAsync();
    }

    private static void Listen(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        // One side of a watching stream is silent for hours; a data rate would cut it after five seconds.
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
    }

    private static async Task AnswerAsync(
        HttpContext http,
        ResourceServiceCalls calls,
        byte[] apiKey,
        CancellationToken stopping
    )
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        var call = new GrpcCall(http, ended.Token);
        try
        {
            Check(http, apiKey);
            await calls.AnswerAsync(http.Request.Path.Value![PathPrefix.Length..], call);
            call.End(GrpcStatus.Ok);
        }
        catch (GrpcException refused)
        {
            call.End(refused.Status, refused.Message);
        }
        catch (Exception) when (ended.IsCancellationRequested)
        {
            call.End(GrpcStatus.Unavailable, "The engine stops.");
        }
        catch (Exception failed) when (failed is not OutOfMemoryException)
        {
            call.End(GrpcStatus.Internal, failed.Message);
        }
    }

    private static void Check(HttpContext http, byte[] apiKey)
    {
        var given = Encoding.UTF8.GetBytes(http.Request.Headers[ApiKeyHeader].ToString());
        if (!CryptographicOperations.FixedTimeEquals(given, apiKey))
        {
            throw new GrpcException(GrpcStatus.Unauthenticated, "The key of the resource service is missing or wrong.");
        }

        var isCall =
            HttpMethods.IsPost(http.Request.Method)
            && http.Request.Path.StartsWithSegments(PathPrefix.TrimEnd('/'), StringComparison.Ordinal)
            && (http.Request.ContentType ?? "").StartsWith(GrpcCall.ContentType, StringComparison.Ordinal);
        if (!isCall)
        {
            throw new GrpcException(GrpcStatus.Unimplemented, "Only gRPC calls of aspire.v1.DashboardService.");
        }
    }
}
