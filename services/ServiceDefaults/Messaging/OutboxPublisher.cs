using System.Globalization;
using System.Text;
using System.Text.Json;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Directory;
using RabbitMQ.Client;

namespace FlowPlatform.ServiceDefaults.Messaging;

/// <summary>
/// Publishes outbox rows over one channel with publisher confirms: many outstanding, in order. Writes MassTransit's documented envelope
/// and exchange names, so that MassTransit consumers receive it as they would from MassTransit itself.
/// </summary>
internal sealed class OutboxPublisher(IConnection connection, IChannel channel, string source) : IAsyncDisposable
{
    private const int Outstanding = 1000;
    private readonly HashSet<string> _exchanges = new(StringComparer.Ordinal);

    public static async Task<OutboxPublisher> ConnectAsync(
        Uri broker,
        string source,
        CancellationToken cancellationToken
    )
    {
        var factory = new ConnectionFactory
        {
            Uri = broker,
            ClientProvidedName = $"{source}-outbox",
            AutomaticRecoveryEnabled = false,
        };
        var connection = await factory.CreateConnectionAsync(cancellationToken);
        var options = new CreateChannelOptions(
            publisherConfirmationsEnabled: true,
            publisherConfirmationTrackingEnabled: true,
            outstandingPublisherConfirmationsRateLimiter: new ThrottlingRateLimiter(Outstanding)
        );
        return new OutboxPublisher(connection, await connection.CreateChannelAsync(options, cancellationToken), source);
    }

    /// <summary>Returns when the broker has confirmed every row; throws when it did not.</summary>
    public async Task PublishAsync(IReadOnlyList<OutboxMessage> rows, CancellationToken cancellationToken)
    {
        var confirms = new List<Task>(rows.Count);
        foreach (var row in rows)
        {
            if (_exchanges.Add(row.Type))
            {
                await DeclareAsync(row.Type, cancellationToken);
            }

            // Not awaited one by one: the channel keeps the order, and the confirms come back in bulk.
            confirms.Add(
                channel
                    .BasicPublishAsync(
                        row.Type,
                        "",
                        mandatory: false,
                        Properties(row),
                        Envelope(row),
                        cancellationToken
                    )
                    .AsTask()
            );
        }

        await Task.WhenAll(confirms);
    }

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task DeclareAsync(string type, CancellationToken cancellationToken)
    {
        if (type == AuditFeedQueue.Exchange)
        {
            await AuditFeedQueue.DeclareAsync(channel, cancellationToken);
            return;
        }

        if (type == DirectoryQueue.Exchange)
        {
            await DirectoryQueue.DeclareAsync(channel, cancellationToken);
            return;
        }

        await channel.ExchangeDeclareAsync(
            type,
            ExchangeType.Fanout,
            durable: true,
            cancellationToken: cancellationToken
        );
    }

    private static BasicProperties Properties(OutboxMessage row)
    {
        var properties = new BasicProperties
        {
            MessageId = row.MessageId.ToString(),
            ContentType = "application/vnd.masstransit+json",
            Persistent = true,
            Headers = new Dictionary<string, object?>(StringComparer.Ordinal),
        };
        if (row.TraceParent is not null)
        {
            properties.Headers[OutboxHeaders.Trace] = row.TraceParent;
        }

        return properties;
    }

    private ReadOnlyMemory<byte> Envelope(OutboxMessage row)
    {
        var text = new StringBuilder(row.Body.Length + 400);
        text.Append(
            CultureInfo.InvariantCulture,
            $"{{\"messageId\":\"{row.MessageId}\",\"conversationId\":\"{row.MessageId}\","
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"\"sourceAddress\":\"queue:{source}\",\"messageType\":[\"urn:message:{row.Type}\"],"
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"\"sentTime\":{JsonSerializer.Serialize(row.CreatedAt)},\"headers\":{{}},\"message\":"
        );
        text.Append(row.Body).Append('}');
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
