namespace FlowPlatform.Gateway.Tests.Support;

/// <summary>The gateway with an upstream for every service; one a test class.</summary>
public sealed class Platform : IAsyncLifetime
{
    private static readonly string[] Names = ["intake", "prioritisation", "board", "change-approval", "ai-adoption"];
    private readonly List<GatewayHost> _gateways = [];
    public string Folder { get; } = Directory.CreateTempSubdirectory("gateway-tests-").FullName;

    public IdentityUpstream Identity { get; } = new();

    public Dictionary<string, ServiceUpstream> Services { get; } = [];

    public GatewayHost Gateway { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Identity.StartAsync();
        foreach (var name in Names)
        {
            Services[name] = await new ServiceUpstream(name).StartAsync();
        }

        Gateway = Another();
    }

    /// <summary>One more gateway in front of the same services, which shares the folder of the first.</summary>
    public GatewayHost Another(params (string Key, string Value)[] settings) => Another(clock: null, settings);

    public GatewayHost Another(TimeProvider? clock, params (string Key, string Value)[] settings)
    {
        var all = Services.ToDictionary(service => $"services:{service.Key}:http:0", service => service.Value.Address);
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        var gateway = new GatewayHost(Identity, Folder, all, clock);
        _gateways.Add(gateway);
        return gateway;
    }

    public string Token(Guid? person = null) => Identity.Tokens.Issue(person ?? Guid.CreateVersion7());

    public HttpClient SignedIn() => Gateway.Client(Token());

    public async ValueTask DisposeAsync()
    {
        foreach (var gateway in _gateways)
        {
            await gateway.DisposeAsync();
        }

        foreach (var service in Services.Values)
        {
            await service.DisposeAsync();
        }

        await Identity.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
