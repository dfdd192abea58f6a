using FlowPlatform.Contracts.Identity;
using RabbitMQ.Client;

namespace FlowPlatform.ServiceDefaults.Directory;

/// <summary>
/// The queue in which Identity is asked. Those who ask declare it too, as the bus does for Identity's consumer: a service that is up
/// before Identity leaves its question there.
/// </summary>
internal static class DirectoryQueue
{
    public const string Name = "identity-on-directory-requested";

    /// <summary>The name of the contract's exchange, as the outbox writes it.</summary>
    public static string Exchange { get; } = $"{typeof(DirectoryRequested).Namespace}:{nameof(DirectoryRequested)}";

    internal static async Task DeclareAsync(IChannel channel, CancellationToken ct)
    {
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" };
        await channel.ExchangeDeclareAsync(Exchange, ExchangeType.Fanout, durable: true, cancellationToken: ct);
        await channel.ExchangeDeclareAsync(Name, ExchangeType.Fanout, durable: true, cancellationToken: ct);
        await channel.ExchangeBindAsync(Name, Exchange, "", cancellationToken: ct);
        await channel.QueueDeclareAsync(Name, true, false, false, arguments, cancellationToken: ct);
        await channel.QueueBindAsync(Name, Name, "", cancellationToken: ct);
    }
}
