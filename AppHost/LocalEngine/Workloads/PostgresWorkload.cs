using FlowPlatform.AppHost.LocalEngine.Model;
using FlowPlatform.AppHost.LocalEngine.Resources;
using FlowPlatform.AppHost.LocalEngine.Servers;

namespace FlowPlatform.AppHost.LocalEngine.Workloads;

/// <summary>Our own PostgreSQL, from its programs on this machine.</summary>
internal sealed class PostgresWorkload(
    PostgresServerResource resource,
    ServerOptions options,
    IProgress<string> progress,
    TimeProvider clock
) : IWorkload
{
    private PostgresServer? _server;

    public Task<int> Exited => _server?.Exited ?? Task.FromResult(0);

    public Task? Preparation => null;

    public async Task LaunchAsync(CancellationToken ct)
    {
        _server ??= await PostgresServer.PrepareAsync(options, progress, ct);
        resource.Address = new PostgresAddress("127.0.0.1", _server.Port, PostgresServer.UserName, _server.Password);
        await _server.LaunchAsync(ct);
    }

    public Task StopAsync() => _server?.StopAsync() ?? Task.CompletedTask;

    public void Kill() => _server?.Kill();

    public async Task<ResourceHealth?> CheckAsync(CancellationToken ct) =>
        _server is null
            ? null
            : new ResourceHealth("accepts connections", await FreePort.AnswersAsync(_server.Port, ct))
            {
                LastRunAt = clock.GetUtcNow(),
            };

    public ResourceSnapshot Describe(ResourceSnapshot snapshot) =>
        _server is not { } server
            ? snapshot
            : snapshot with
            {
                Urls = [new ResourceUrl("tcp", $"tcp://127.0.0.1:{server.Port}")],
                Properties =
                [
                    new(PropertyNames.Source, ServerBinaries.Postgres() ?? "PostgreSQL"),
                    new(PropertyNames.ProcessId, $"{server.ProcessId}"),
                    new(PropertyNames.ConnectionString, server.ConnectionString("postgres")) { IsSensitive = true },
                ],
            };
}
