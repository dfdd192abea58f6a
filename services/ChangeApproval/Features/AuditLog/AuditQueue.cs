using System.Text;
using FlowPlatform.Contracts.Audit;
using RabbitMQ.Client;

namespace FlowPlatform.ChangeApproval.Features.AuditLog;

/// <summary>The feed's queue and its error queue, with the names and headers that the operator's endpoints know.</summary>
internal static class AuditQueue
{
    private static readonly string Exchange = $"{typeof(AuditFactRecorded).Namespace}:{nameof(AuditFactRecorded)}";

    internal static async Task DeclareAsync(IChannel channel, string queue, CancellationToken ct)
    {
        await channel.ExchangeDeclareAsync(Exchange, ExchangeType.Fanout, durable: true, cancellationToken: ct);
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["x-queue-type"] = "quorum",
            ["x-single-active-consumer"] = true,
        };
        await channel.QueueDeclareAsync(queue, true, false, false, arguments, cancellationToken: ct);
        await channel.QueueBindAsync(queue, Exchange, "", cancellationToken: ct);
    }

    /// <summary>Returns when the broker has confirmed the copy; only then may the original be acknowledged.</summary>
    internal static async Task SetAsideAsync(IChannel channel, string queue, Arrival arrival, CancellationToken ct)
    {
        var errors = $"{queue}_error";
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" };
        await channel.QueueDeclareAsync(errors, true, false, false, arguments, cancellationToken: ct);
        var properties = new BasicProperties
        {
            Persistent = true,
            ContentType = "application/vnd.masstransit+json",
            Headers = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["MT-Fault-Message"] = Encoding.UTF8.GetBytes(arrival.Fault ?? ""),
                ["MT-Fault-MessageType"] = Encoding.UTF8.GetBytes(Exchange),
            },
        };
        await channel.BasicPublishAsync("", errors, mandatory: true, properties, arrival.Body, ct);
    }
}
