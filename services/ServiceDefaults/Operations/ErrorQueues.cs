using System.Text;
using FlowPlatform.ServiceDefaults.Messaging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace FlowPlatform.ServiceDefaults.Operations;

/// <summary>A queue of messages that their consumer could not handle.</summary>
/// <param name="Queue">The consumer's queue.</param>
/// <param name="Messages">How many messages wait in its error queue.</param>
/// <param name="First">The first few, oldest first.</param>
public sealed record ErrorQueue(string Queue, uint Messages, IReadOnlyList<FailedMessage> First);

/// <summary>A message that failed. Reason is the exception's message.</summary>
public sealed record FailedMessage(string? MessageId, string? Type, string? Reason, string? FailedAt, string Body);

/// <summary>How many messages went back to their consumer.</summary>
public sealed record ResentMessages(string Queue, int Resent);

/// <summary>Lists what is in the error queues of this service, and sends it to its consumers again.</summary>
internal sealed class ErrorQueues(BrokerAddress broker, ServiceQueues queues)
{
    private const int Shown = 20;

    public async Task<IReadOnlyList<ErrorQueue>> ListAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        var found = new List<ErrorQueue>();
        foreach (var queue in queues.Names)
        {
            if (await CountAsync(connection, queue, cancellationToken) is > 0 and var count)
            {
                found.Add(new ErrorQueue(queue, count, await PeekAsync(connection, queue, cancellationToken)));
            }
        }

        return found;
    }

    /// <summary>Moves each message back: it leaves the error queue only when the broker has confirmed its copy. Null: no such queue here.</summary>
    public async Task<ResentMessages?> ResendAsync(string queue, CancellationToken cancellationToken)
    {
        if (!queues.Names.Contains(queue))
        {
            return null;
        }

        await using var connection = await ConnectAsync(cancellationToken);
        var waiting = await CountAsync(connection, queue, cancellationToken);
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(true, true),
            cancellationToken
        );
        var resent = 0;
        // No more than were there at the start: one that fails at once again must not go round for ever.
        for (; resent < waiting; resent++)
        {
            var message = await channel.BasicGetAsync(ErrorQueueOf(queue), autoAck: false, cancellationToken);
            if (message is null)
            {
                break;
            }

            var properties = WithoutFault(message.BasicProperties);
            await channel.BasicPublishAsync("", queue, mandatory: true, properties, message.Body, cancellationToken);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, cancellationToken);
        }

        return new ResentMessages(queue, resent);
    }

    private static BasicProperties WithoutFault(IReadOnlyBasicProperties failed)
    {
        var properties = new BasicProperties(failed);
        var fault = properties.Headers?.Keys.Where(key => key.StartsWith("MT-Fault", StringComparison.Ordinal)) ?? [];
        foreach (var header in fault.ToList())
        {
            properties.Headers?.Remove(header);
        }

        return properties;
    }

    private static string ErrorQueueOf(string queue) => $"{queue}_error";

    private Task<IConnection> ConnectAsync(CancellationToken cancellationToken) =>
        new ConnectionFactory { Uri = broker.Uri, AutomaticRecoveryEnabled = false }.CreateConnectionAsync(
            cancellationToken
        );

    private static async Task<uint> CountAsync(
        IConnection connection,
        string queue,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            return (await channel.QueueDeclarePassiveAsync(ErrorQueueOf(queue), cancellationToken)).MessageCount;
        }
        catch (OperationInterruptedException)
        {
            // The error queue is made by the first failure; until then there is none.
            return 0;
        }
    }

    private static async Task<List<FailedMessage>> PeekAsync(
        IConnection connection,
        string queue,
        CancellationToken cancellationToken
    )
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
        var shown = new List<FailedMessage>();
        while (
            shown.Count < Shown
            && await channel.BasicGetAsync(ErrorQueueOf(queue), false, cancellationToken) is { } message
        )
        {
            var headers = message.BasicProperties.Headers;
            shown.Add(
                new FailedMessage(
                    message.BasicProperties.MessageId,
                    Text(headers, "MT-Fault-MessageType"),
                    Text(headers, "MT-Fault-Message"),
                    Text(headers, "MT-Fault-Timestamp"),
                    Encoding.UTF8.GetString(message.Body.Span[..Math.Min(message.Body.Length, 4000)])
                )
            );
        }

        // Closing the channel without acknowledgement puts all of them back in their place.
        return shown;
    }

    private static string? Text(IDictionary<string, object?>? headers, string name) =>
        headers?.TryGetValue(name, out var value) == true && value is byte[] bytes
            ? Encoding.UTF8.GetString(bytes)
            : null;
}
