using Microsoft.Extensions.Hosting;
using Npgsql;

namespace FlowPlatform.ServiceDefaults.Messaging;

/// <summary>
/// Sends NOTIFY for commits of a replica that does not dispatch itself. It is sent after the commit and on its own: NOTIFY inside the
/// transaction makes PostgreSQL commit one transaction at a time. A signal lost in a crash costs at most the dispatcher's poll interval.
/// </summary>
internal sealed class OutboxNotifier(NpgsqlDataSource database, OutboxSignal signal) : BackgroundService
{
    public const string Channel = "outbox";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await signal.WaitForNotifyAsync(stoppingToken);
                await using var notify = database.CreateCommand($"NOTIFY {Channel}");
                await notify.ExecuteNonQueryAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (NpgsqlException)
            {
                // The dispatcher polls anyway; a database that is away needs no notification.
            }
        }
    }
}
