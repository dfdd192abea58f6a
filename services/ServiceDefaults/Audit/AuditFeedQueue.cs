using FlowPlatform.Contracts.Audit;
using RabbitMQ.Client;

namespace FlowPlatform.ServiceDefaults.Audit;

/// <summary>
/// The queue that the audit log reads. Publishers declare it too: an exchange drops what comes before its first queue
/// is bound, and a fact of a service that starts before the log must wait for it.
/// </summary>
public static class AuditFeedQueue
{
    public const string Name = "changes-audit-feed";

    /// <summary>The name of the contract's exchange, as the outbox writes it.</summary>
    public static string Exchange { get; } = $"{typeof(AuditFactRecorded).Namespace}:{nameof(AuditFactRecorded)}";

    /// <summary>One active consumer at a time, so that replicas keep the order.</summary>
    public static async Task DeclareAsync(IChannel channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channel);
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["x-queue-type"] = "quorum",
            ["x-single-active-consumer"] = true,
        };
        await channel.ExchangeDeclareAsync(
            Exchange,
            ExchangeType.Fanout,
            durable: true,
            cancellationToken: cancellationToken
        );
        await channel.QueueDeclareAsync(Name, true, false, false, arguments, cancellationToken: cancellationToken);
        await channel.QueueBindAsync(Name, Exchange, "", cancellationToken: cancellationToken);
    }
}
