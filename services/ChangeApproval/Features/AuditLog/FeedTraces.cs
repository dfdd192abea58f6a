using System.Diagnostics;
using FlowPlatform.ServiceDefaults;
using FlowPlatform.ServiceDefaults.Audit;

namespace FlowPlatform.ChangeApproval.Features.AuditLog;

/// <summary>
/// Shows in the trace of each request that its fact was logged. A batch takes facts of many traces, so the spans are told
/// afterwards, all with the time that the batch took.
/// </summary>
internal sealed class FeedTraces(ServiceIdentity service) : IDisposable
{
    private readonly ActivitySource _source = new(service.TelemetrySource);

    internal void Tell(IReadOnlyList<Arrival> batch, DateTimeOffset begun)
    {
        foreach (var arrival in batch)
        {
            if (arrival is { Fact: { } fact, Trace: { } trace })
            {
                using var span = _source.StartActivity(
                    $"{AuditFeedQueue.Name} process",
                    ActivityKind.Consumer,
                    trace,
                    startTime: begun
                );
                span?.SetTag("messaging.system", "rabbitmq").SetTag("messaging.message.id", fact.FactId);
            }
        }
    }

    public void Dispose() => _source.Dispose();
}
