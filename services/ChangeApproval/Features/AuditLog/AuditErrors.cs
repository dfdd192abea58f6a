using System.Text;
using FlowPlatform.ServiceDefaults.Audit;
using RabbitMQ.Client;

namespace FlowPlatform.ChangeApproval.Features.AuditLog;

/// <summary>The feed's error queue, with the name and headers that the operator's endpoints know.</summary>
internal static class AuditErrors
{
    /// <summary>Returns when the broker has confirmed the copy; only then may the original be acknowledged.</summary>
    internal static async Task SetAsideAsync(IChannel channel, Arrival arrival, CancellationToken ct)
    {
        var errors = $"{AuditFeedQueue.Name}_error";
        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = "quorum" };
        await channel.QueueDeclareAsync(errors, true, false, false, arguments, cancellationToken: ct);
        var properties = new BasicProperties
        {
            Persistent = true,
            ContentType = "application/vnd.masstransit+json",
            Headers = new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["MT-Fault-Message"] = Encoding.UTF8.GetBytes(arrival.Fault ?? ""),
                ["MT-Fault-MessageType"] = Encoding.UTF8.GetBytes(AuditFeedQueue.Exchange),
            },
        };
        await channel.BasicPublishAsync("", errors, mandatory: true, properties, arrival.Body, ct);
    }
}
