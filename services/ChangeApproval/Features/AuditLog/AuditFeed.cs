using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Messaging;
using RabbitMQ.Client;

namespace FlowPlatform.ChangeApproval.Features.AuditLog;

/// <summary>
/// Takes facts off the queue in their order, many at a time, and acknowledges a batch when its leaves are committed. On
/// the broker's client itself: a bus consumer hands messages out side by side, and then a batch may overtake another.
/// One active consumer a queue, so replicas keep the order too.
/// </summary>
internal sealed partial class AuditFeed(
    BrokerAddress broker,
    LogWriter writer,
    FeedTraces traces,
    TimeProvider clock,
    ILogger<AuditFeed> logger
) : BackgroundService
{
    private const ushort Prefetch = 2000;
    private const int BatchSize = 1000;
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(25);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FeedAsync(() => pause = FirstPause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever fails, nothing was acknowledged: the broker delivers it again.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Log.Interrupted(logger, e.Message, pause);
                await Task.Delay(pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
    }

    private async Task FeedAsync(Action succeeded, CancellationToken ct)
    {
        var factory = new ConnectionFactory
        {
            Uri = broker.Uri,
            ClientProvidedName = AuditFeedQueue.Name,
            AutomaticRecoveryEnabled = false,
        };
        await using var connection = await factory.CreateConnectionAsync(ct);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), ct);
        await AuditFeedQueue.DeclareAsync(channel, ct);
        await channel.BasicQosAsync(0, Prefetch, global: false, ct);
        var arrivals = new Arrivals(channel);
        await channel.BasicConsumeAsync(AuditFeedQueue.Name, autoAck: false, arrivals, ct);
        while (await arrivals.WaitAsync(ct))
        {
            await TakeBatchAsync(channel, arrivals.Next(BatchSize), ct);
            succeeded();
            // A batch takes eight round trips however small it is, and nobody waits for a leaf.
            await Task.Delay(Gathering, ct);
        }

        throw new InvalidOperationException("The broker closed the channel.");
    }

    private async Task TakeBatchAsync(IChannel channel, IReadOnlyList<Arrival> batch, CancellationToken ct)
    {
        var begun = clock.GetUtcNow();
        await writer.AppendAsync([.. batch.Where(a => a.Fact is not null).Select(a => a.Fact!)], ct);
        traces.Tell(batch, begun);
        foreach (var unreadable in batch.Where(arrival => arrival.Fact is null))
        {
            Log.Unreadable(logger, unreadable.Fault ?? "");
            await AuditErrors.SetAsideAsync(channel, unreadable, ct);
        }

        await channel.BasicAckAsync(batch[^1].DeliveryTag, multiple: true, ct);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The audit feed waits {Pause} before it goes on: {Reason}")]
        public static partial void Interrupted(ILogger logger, string reason, TimeSpan pause);

        [LoggerMessage(Level = LogLevel.Error, Message = "A fact cannot be read and is set aside: {Reason}")]
        public static partial void Unreadable(ILogger logger, string reason);
    }
}
