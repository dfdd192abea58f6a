using FlowPlatform.ServiceDefaults.Telemetry;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace FlowPlatform.ServiceDefaults.Messaging;

/// <summary>
/// Publishes the outbox of this service in order. One dispatcher a database is active: it holds an advisory lock on a session of its
/// own, so that another replica takes over as soon as that session ends.
/// </summary>
internal sealed partial class OutboxDispatcher(
    NpgsqlDataSource database,
    OutboxSignal signal,
    OutboxMetrics metrics,
    BrokerAddress broker,
    ServiceIdentity service,
    ILogger<OutboxDispatcher> logger
) : BackgroundService
{
    private const int BatchSize = 500;
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(4);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private readonly OutboxRows _rows = new(database);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = TimeSpan.FromMilliseconds(100);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LeadAsync(() => pause = TimeSpan.FromMilliseconds(100), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever the broker or the database throws, the rows are still there: try again.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.Interrupted(logger, e.Message, pause);
                metrics.Failed();
                await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
            finally
            {
                signal.IsDispatching = false;
            }
        }
    }

    private async Task LeadAsync(Action succeeded, CancellationToken stoppingToken)
    {
        await using var lead = await OutboxLead.TakeAsync(database, stoppingToken);
        await using var publisher = await OutboxPublisher.ConnectAsync(broker.Uri, service.Name, stoppingToken);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        var listening = lead.ListenAsync(signal.WakeDispatcher, ended.Token);
        signal.IsDispatching = true;
        try
        {
            while (!listening.IsCompleted)
            {
                await DrainAsync(publisher, stoppingToken);
                succeeded();
                await signal.WaitForRowsAsync(PollInterval, stoppingToken);
            }

            await listening;
        }
        finally
        {
            await ended.CancelAsync();
            await listening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task DrainAsync(OutboxPublisher publisher, CancellationToken cancellationToken)
    {
        List<OutboxMessage> rows = [];
        do
        {
            rows = await _rows.NextAsync(rows, BatchSize, cancellationToken);
            metrics.OldestWaits(rows.Count == 0 ? null : rows[0].CreatedAt);
            await publisher.PublishAsync(rows, cancellationToken);
            metrics.Published(rows);
            if (rows.Count is > 0 and < BatchSize)
            {
                // Under load many commits share one round: each costs round trips to the database and the broker.
                await Task.Delay(Gathering, cancellationToken);
            }
        } while (rows.Count > 0);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox waits {Pause} before it goes on: {Reason}")]
        public static partial void Interrupted(ILogger logger, string reason, TimeSpan pause);
    }
}
