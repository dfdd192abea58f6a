using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace FlowPlatform.Gateway.Tests.Support;

/// <summary>The gateway itself, on a real server, in front of the given upstreams.</summary>
public sealed class GatewayHost : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings;
    private readonly TimeProvider? _clock;

    public GatewayHost(
        IdentityUpstream identity,
        string dataFolder,
        Dictionary<string, string> settings,
        TimeProvider? clock = null
    )
    {
        _settings = new()
        {
            ["services:identity:http:0"] = identity.Address,
            ["Gateway:DataFolder"] = dataFolder,
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (key, value) in settings)
        {
            _settings[key] = value;
        }

        _clock = clock;
        UseKestrel();
        StartServer();
        Address = new Uri(ClientOptions.BaseAddress.AbsoluteUri);
    }

    public Uri Address { get; }

    /// <summary>A client without cookies or redirects of its own, signed in where a token is given.</summary>
    public HttpClient Client(string? token = null)
    {
        var client = new HttpClient(
            new SocketsHttpHandler
            {
                UseCookies = false,
                AllowAutoRedirect = false,
                MaxConnectionsPerServer = 100,
            }
        )
        {
            BaseAddress = Address,
        };
        if (token is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return client;
    }

    /// <summary>The OpenAPI document of the gateway's own endpoints.</summary>
    public async Task<string> OwnDocumentAsync(CancellationToken ct)
    {
        var provider = Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1");
        var document = await provider.GetOpenApiDocumentAsync(ct);
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, ct);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");

        // UseKestrel(port) would set the port while the program itself may already have started its server.
        builder.UseUrls("http://127.0.0.1:0");
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }

        if (_clock is not null)
        {
            builder.ConfigureTestServices(services => services.AddSingleton(_clock));
        }
    }
}
