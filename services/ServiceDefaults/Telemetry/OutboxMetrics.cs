using System.Diagnostics.Metrics;
using FlowPlatform.ServiceDefaults.Messaging;

namespace FlowPlatform.ServiceDefaults.Telemetry;

/// <summary>What the outbox measures: how many events went out, how often it was interrupted, and how long the oldest one waits.</summary>
internal sealed class OutboxMetrics
{
    private readonly TimeProvider _clock;
    private readonly Counter<long> _published;
    private readonly Counter<long> _failed;
    private readonly Histogram<double> _delay;
    private DateTimeOffset? _oldest;

    public OutboxMetrics(IMeterFactory meters, ServiceIdentity service, TimeProvider clock)
    {
        _clock = clock;
        var meter = meters.Create(service.TelemetrySource);
        _published = meter.CreateCounter<long>(
            "flowplatform.outbox.published",
            "{message}",
            "Events confirmed by the broker."
        );
        _failed = meter.CreateCounter<long>(
            "flowplatform.outbox.interrupted",
            "{time}",
            "Interruptions of the dispatcher."
        );
        _delay = meter.CreateHistogram<double>(
            "flowplatform.outbox.delay",
            "s",
            "From the write of an event to its confirmation."
        );
        meter.CreateObservableGauge(
            "flowplatform.outbox.lag",
            () => Lag.TotalSeconds,
            "s",
            "Age of the oldest event that waits."
        );
    }

    /// <summary>Age of the oldest event that this process knows to wait; zero where there is none.</summary>
    public TimeSpan Lag =>
        _oldest is { } oldest && _clock.GetUtcNow() > oldest ? _clock.GetUtcNow() - oldest : TimeSpan.Zero;

    public void OldestWaits(DateTimeOffset? since) => _oldest = since;

    public void Failed() => _failed.Add(1);

    public void Published(IReadOnlyList<OutboxMessage> rows)
    {
        _published.Add(rows.Count);
        var now = _clock.GetUtcNow();
        foreach (var row in rows)
        {
            _delay.Record((now - row.CreatedAt).TotalSeconds);
        }
    }
}
