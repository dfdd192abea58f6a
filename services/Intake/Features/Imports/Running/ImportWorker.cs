using System.Net.Sockets;
using Npgsql;

namespace FlowPlatform.Intake.Features.Imports.Running;

/// <summary>
/// Works on imports, two at a time in each replica. What a killed process left is taken over as soon as its lease has run out; a
/// database that does not answer is waited for; a fault of the file or of ours ends the import with its reason.
/// </summary>
internal sealed partial class ImportWorker(
    ImportLease lease,
    ImportSignal signal,
    IServiceScopeFactory scopes,
    ILogger<ImportWorker> logger
) : BackgroundService
{
    private const int Workers = 2;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync(Guid.CreateVersion7(), stoppingToken)));

    private async Task WorkAsync(Guid owner, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                if (await lease.TakeNextAsync(owner, ct) is { } importId)
                {
                    await RunAsync(importId, owner, ct);
                    continue;
                }

                await signal.WaitAsync(Pause, ct);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                await ReleaseAsync(owner);
            }
            catch (Exception e) when (e is NpgsqlException or SocketException or IOException or TimeoutException)
            {
                Log.Waiting(logger, e.Message);
                await Task.Delay(Pause, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task RunAsync(Guid importId, Guid owner, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        try
        {
            await scope.ServiceProvider.GetRequiredService<ImportRunner>().RunAsync(importId, owner, ct);
        }
        catch (ImportStoppedException)
        {
            Log.Stopped(logger, importId);
        }
        catch (Exception e) when (e is not OperationCanceledException && !IsPassing(e))
        {
            Log.Failed(logger, e, importId);
            await lease.FailAsync(importId, owner, e is InvalidDataException ? e.Message : "The import failed.", ct);
        }
    }

    private static bool IsPassing(Exception e) =>
        e is PostgresException postgres
            ? postgres.IsTransient
            : e is NpgsqlException or SocketException or IOException or TimeoutException
                || (e.InnerException is { } inner && IsPassing(inner));

    private async Task ReleaseAsync(Guid owner)
    {
        try
        {
            await lease.ReleaseAsync(owner, CancellationToken.None);
        }
        catch (NpgsqlException e)
        {
            Log.Waiting(logger, e.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Imports wait for the database: {Reason}")]
        public static partial void Waiting(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "Import {ImportId} was cancelled or taken over")]
        public static partial void Stopped(ILogger logger, Guid importId);

        [LoggerMessage(Level = LogLevel.Error, Message = "Import {ImportId} failed")]
        public static partial void Failed(ILogger logger, Exception exception, Guid importId);
    }
}
