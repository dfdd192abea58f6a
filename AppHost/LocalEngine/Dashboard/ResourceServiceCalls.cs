using FlowPlatform.AppHost.LocalEngine.Dashboard.Wire;
using FlowPlatform.AppHost.LocalEngine.Resources;

namespace FlowPlatform.AppHost.LocalEngine.Dashboard;

/// <summary>What the dashboard can call, answered from the catalogue.</summary>
internal sealed class ResourceServiceCalls(
    string applicationName,
    ResourceCatalog catalog,
    IResourceCommands commands,
    TimeProvider clock
)
{
    internal Task AnswerAsync(string method, GrpcCall call) =>
        method switch
        {
            "GetApplicationInformation" => TellApplicationAsync(call),
            "WatchResources" => WatchResourcesAsync(call),
            "WatchResourceConsoleLogs" => WatchConsoleAsync(call),
            "ExecuteResourceCommand" => ExecuteAsync(call),
            "WatchInteractions" => StaySilentAsync(call),
            _ => throw new GrpcException(GrpcStatus.Unimplemented, $"There is no method {method}."),
        };

    private async Task TellApplicationAsync(GrpcCall call)
    {
        await call.ReadAsync(ApplicationInformationRequest.Parser);
        await call.WriteAsync(new ApplicationInformationResponse { ApplicationName = applicationName });
    }

    private async Task WatchResourcesAsync(GrpcCall call)
    {
        await call.ReadAsync(WatchResourcesRequest.Parser);
        using var watch = catalog.Watch();
        var initial = new InitialResourceData();
        initial.Resources.AddRange(watch.Initial.Select(ResourceMessages.ToMessage));
        await call.WriteAsync(new WatchResourcesUpdate { InitialData = initial });

        await foreach (var changes in watch.ChangesAsync(call.Ended))
        {
            var message = new WatchResourcesChanges();
            message.Value.AddRange(changes.Select(ResourceMessages.ToMessage));
            await call.WriteAsync(new WatchResourcesUpdate { Changes = message });
        }
    }

    private async Task WatchConsoleAsync(GrpcCall call)
    {
        var request = await call.ReadAsync(WatchResourceConsoleLogsRequest.Parser);
        var log = catalog.Find(request.ResourceName) is { } resource
            ? catalog.LogOf(resource.Name)
            : throw new GrpcException(GrpcStatus.NotFound, $"There is no resource {request.ResourceName}.");

        // The page waits for this before it shows an empty console.
        await call.AcceptAsync();
        await foreach (var lines in log.ReadAsync(follow: !request.SuppressFollow, call.Ended))
        {
            var update = new WatchResourceConsoleLogsUpdate();
            update.LogLines.AddRange(lines.Select(ResourceMessages.ToMessage));
            await call.WriteAsync(update);
        }
    }

    private async Task ExecuteAsync(GrpcCall call)
    {
        var request = await call.ReadAsync(ResourceCommandRequest.Parser);
        if (
            catalog.Find(request.ResourceName) is not { TakesCommands: true } resource
            || CommandMessages.Parse(request.CommandName) is not { } command
        )
        {
            var refusal = $"{request.ResourceName} has no command {request.CommandName}.";
            await call.WriteAsync(CommandMessages.ToMessage(CommandOutcome.Failed(refusal)));
            return;
        }

        catalog
            .LogOf(resource.Name)
            .Append($"[dashboard] {request.CommandName} was asked for at {clock.GetUtcNow():u}");
        var outcome = await commands.ExecuteAsync(resource.Name, command, call.Ended);
        await call.WriteAsync(CommandMessages.ToMessage(outcome));
    }

    /// <summary>
    /// The engine asks the person nothing. Refusing the call makes the dashboard count an error and forget the
    /// resources that it has already received, so the stream stays open.
    /// </summary>
    private static async Task StaySilentAsync(GrpcCall call)
    {
        await call.AcceptAsync();
        await call.DrainAsync();
    }
}
