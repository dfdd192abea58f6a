using System.Collections.Concurrent;
using System.Net.Http.Headers;
using FlowPlatform.ServiceDefaults.Data;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace FlowPlatform.TestKit;

/// <summary>
/// A service with a database and a virtual host of its own, for one test class. Derive one class a service:
/// <c>public sealed class BoardFixture() : ServiceFixture&lt;Program&gt;("board");</c>
/// </summary>
public abstract class ServiceFixture<TProgram>(string service) : IAsyncLifetime
    where TProgram : class
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Templates = new(StringComparer.Ordinal);
    private readonly List<WebApplicationFactory<TProgram>> _replicas = [];
    private MessageRecorder? _messages;
    private TestAuthority? _authority;

    /// <summary>The address of the broker's virtual host of this class.</summary>
    public string Broker { get; private set; } = "";

    /// <summary>Connection string of the database of this class.</summary>
    public string Database { get; private set; } = "";

    public MessageRecorder Messages => _messages ?? throw new InvalidOperationException("The fixture has not started.");

    public TestAuthority Authority => _authority ?? throw new InvalidOperationException("The fixture has not started.");

    /// <summary>The first replica's container, for what no endpoint shows.</summary>
    public IServiceProvider Services => _replicas[0].Services;

    /// <summary>More settings of the service, beyond its database, broker and authority.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Replaces services of the outside, such as the clock.</summary>
    protected virtual void Configure(IServiceCollection services) { }

    public virtual async ValueTask InitializeAsync()
    {
        var servers = await TestServers.GetAsync();
        _authority = await TestAuthority.GetAsync();
        var name = $"t_{Guid.CreateVersion7():N}";
        var template = await Templates.GetOrAdd(service, _ => new(() => MigrateTemplateAsync(servers))).Value;
        Database = await servers.CreateDatabaseAsync(name, template);
        Broker = await servers.CreateVirtualHostAsync(name);
        _messages = await MessageRecorder.StartAsync(Broker);
        StartReplica();
    }

    /// <summary>Starts one more process-like instance of the service on the same database and broker; returns its number.</summary>
    public int StartReplica()
    {
        var settings = SettingsFor(Database, Broker);
        settings["Authentication:Authority"] = Authority.Address;
        var replica = new WebApplicationFactory<TProgram>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Testing");
            foreach (var (key, value) in settings)
            {
                host.UseSetting(key, value);
            }

            host.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
            host.ConfigureTestServices(services =>
            {
                // What a test publishes before the queues are bound would be lost to the service.
                services.Configure<MassTransitHostOptions>(bus => bus.WaitUntilStarted = true);
                Configure(services);
            });
        });
        _ = replica.Server;
        _replicas.Add(replica);
        return _replicas.Count - 1;
    }

    /// <summary>Runs a verb of the service on this class's database and broker, as a process of its own.</summary>
    public Task<(int ExitCode, string Said)> RunAsync(params string[] words) =>
        ServiceVerb.RunAsync(typeof(TProgram).Assembly, SettingsFor(Database, Broker), words);

    /// <summary>A client that carries this person's token; without a person, none.</summary>
    public HttpClient ClientFor(TestPerson? person, int replica = 0)
    {
        var client = _replicas[replica]
            .CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        if (person is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Bearer",
                Authority.TokenFor(person)
            );
        }

        return client;
    }

    /// <summary>Reads or prepares what is in the database, in a context of its own.</summary>
    public async Task<T> WithDatabaseAsync<TContext, T>(Func<TContext, Task<T>> act)
        where TContext : ServiceDbContext
    {
        ArgumentNullException.ThrowIfNull(act);
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TContext>());
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var replica in _replicas)
        {
            await replica.DisposeAsync();
        }

        if (_messages is not null)
        {
            await _messages.DisposeAsync();
        }
    }

    // The service's own verb makes the schema, once a run; each class gets a copy of it.
    private async Task<string> MigrateTemplateAsync(TestServers servers)
    {
        var name = $"template_{service}";
        var settings = SettingsFor(await servers.CreateDatabaseAsync(name), servers.VirtualHost("/"));
        var (exitCode, said) = await ServiceVerb.RunAsync(typeof(TProgram).Assembly, settings, "migrate");
        return exitCode == 0
            ? name
            : throw new InvalidOperationException($"The verb migrate of {service} failed:\n{said}");
    }

    private Dictionary<string, string> SettingsFor(string database, string broker) =>
        new(Settings, StringComparer.Ordinal)
        {
            [$"ConnectionStrings:{service}db"] = database,
            ["ConnectionStrings:messaging"] = broker,
        };
}
