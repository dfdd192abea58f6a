using FlowPlatform.AppHost.LocalEngine.Servers;
using FlowPlatform.AppHost.LocalEngine.Workloads;

namespace FlowPlatform.AppHost.LocalEngine.Running;

/// <summary>What must hold before anything is started; each thing that does not is said in words.</summary>
internal sealed class Preflight(EngineOptions options, IReadOnlyList<Resource> resources, ConsoleView view)
{
    internal void CheckPorts()
    {
        var taken = resources
            .SelectMany(resource => resource.Endpoints)
            .FirstOrDefault(endpoint => endpoint.FixedPort is { } port && !FreePort.IsFree(port));
        if (taken is not null)
        {
            throw new ServerException(
                $"Port {taken.FixedPort} is in use by another program.",
                "Stop that program, or give the gateway another port with --port."
            );
        }
    }

    internal async Task UseGivenServersAsync(CancellationToken ct)
    {
        foreach (var resource in resources)
        {
            if (Environment.GetEnvironmentVariable($"ConnectionStrings__{resource.Name}") is not { Length: > 0 } given)
            {
                continue;
            }

            var use = resource switch
            {
                PostgresServerResource server => GivenServers.UseAsync(server, given, ct),
                RabbitMQServerResource server => GivenServers.UseAsync(server, given, ct),
                _ => null,
            };
            if (use is not null)
            {
                await use;
                view.Done($"{resource.Name} of yours answers");
            }
        }
    }

    internal Task InstallAsync(CancellationToken ct) =>
        DebianPackages.EnsureAsync(
            resources.OfType<PostgresServerResource>().Any(server => server.Address is null),
            resources.OfType<RabbitMQServerResource>().Any(server => server.Address is null),
            options.Install,
            view,
            ct
        );
}
