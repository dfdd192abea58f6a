using FlowPlatform.AppHost.LocalEngine.Dashboard;
using FlowPlatform.AppHost.LocalEngine.Resources;

namespace FlowPlatform.AppHost.Tests.Dashboard;

/// <summary>The resource service on a real port, with a catalogue that the test writes to.</summary>
public abstract class ResourceServiceFixture : IAsyncLifetime
{
    internal const string ApiKey = "the key of this test";
    private ResourceServiceHost? _host;
    private GrpcClient? _client;

    internal ResourceCatalog Catalog { get; } = new(TimeProvider.System);

    internal RecordedCommands Commands { get; } = new();

    internal Uri Address => _host.ShouldNotBeNull().Address;

    internal GrpcClient Client => _client.ShouldNotBeNull();

    public async ValueTask InitializeAsync()
    {
        var calls = new ResourceServiceCalls("FlowPlatform", Catalog, Commands, TimeProvider.System);
        _host = await ResourceServiceHost.StartAsync(calls, ApiKey, TestContext.Current.CancellationToken);
        _client = new GrpcClient(Address, ApiKey);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        _client?.Dispose();
        await StopServerAsync();
    }

    internal async Task StopServerAsync()
    {
        if (_host is { } host)
        {
            _host = null;
            await host.DisposeAsync();
        }
    }

    internal static ResourceSnapshot ABoard(ResourceState state = ResourceState.Running) =>
        new()
        {
            Name = "board-x1",
            DisplayName = "board",
            Type = ResourceTypes.Project,
            CreatedAt = new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero),
            State = state,
        };
}

/// <summary>Stands where the engine is, which needs processes.</summary>
internal sealed class RecordedCommands : IResourceCommands
{
    internal List<(string Resource, ResourceCommand Command)> Received { get; } = [];

    internal CommandOutcome Outcome { get; set; } = CommandOutcome.Done;

    public Task<CommandOutcome> ExecuteAsync(string resourceName, ResourceCommand command, CancellationToken ct)
    {
        Received.Add((resourceName, command));
        return Task.FromResult(Outcome);
    }
}
