using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using FlowPlatform.Contracts.Audit;
using FlowPlatform.ServiceDefaults.Messaging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace FlowPlatform.TestKit;

/// <summary>Listens to every contract's exchange of a virtual host, and speaks as another service would.</summary>
public sealed class MessageRecorder : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Type, JsonElement Message)> _received = new();
    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly OutboxPublisher _publisher;

    private MessageRecorder(IConnection connection, IChannel channel, OutboxPublisher publisher) =>
        (_connection, _channel, _publisher) = (connection, channel, publisher);

    /// <summary>The messages of a contract that were published so far, in order.</summary>
    public IReadOnlyList<T> Published<T>() =>
        [
            .. _received
                .Where(r => r.Type == NameOf(typeof(T)))
                .Select(r => r.Message.Deserialize<T>(JsonSerializerOptions.Web)!),
        ];

    /// <summary>Returns the first message of a contract that is meant, once it was published.</summary>
    public Task<T> ArrivesAsync<T>(Func<T, bool> isMeant)
        where T : class =>
        Eventually.Gets<T>(
            () => Task.FromResult(Published<T>().FirstOrDefault(isMeant)),
            $"{typeof(T).Name} is published"
        );

    /// <summary>Publishes as another service's outbox does. The same message id twice is a redelivery.</summary>
    public Task PublishAsync<T>(T message, Guid? messageId = null)
        where T : class
    {
        var row = PendingMessage.From(message);
        return _publisher.PublishAsync(
            [
                new OutboxMessage
                {
                    MessageId = messageId ?? row.MessageId,
                    Type = row.Type,
                    Body = row.Body,
                    TraceParent = row.TraceParent,
                    CreatedAt = TimeProvider.System.GetUtcNow(),
                },
            ],
            CancellationToken.None
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _publisher.DisposeAsync();
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }

    internal static async Task<MessageRecorder> StartAsync(string broker)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync();
        var publisher = await OutboxPublisher.ConnectAsync(new Uri(broker), "test", CancellationToken.None);
        var recorder = new MessageRecorder(connection, channel, publisher);
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        foreach (var contract in typeof(AuditFactRecorded).Assembly.GetExportedTypes())
        {
            await channel.ExchangeDeclareAsync(NameOf(contract), ExchangeType.Fanout, durable: true);
            await channel.QueueBindAsync(queue, NameOf(contract), "");
        }

        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            using var envelope = JsonDocument.Parse(Encoding.UTF8.GetString(delivery.Body.Span));
            recorder._received.Enqueue((delivery.Exchange, envelope.RootElement.GetProperty("message").Clone()));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue, autoAck: true, consumer);
        return recorder;
    }

    private static string NameOf(Type contract) => $"{contract.Namespace}:{contract.Name}";
}
