using System.Diagnostics.Metrics;
using FlowPlatform.Contracts.Audit;
using FlowPlatform.ServiceDefaults;
using FlowPlatform.ServiceDefaults.Audit;

namespace FlowPlatform.ChangeApproval.Features.AuditLog;

/// <summary>How the audit log keeps up, and whether what it is sent is sound.</summary>
internal sealed class LogMetrics
{
    private readonly Counter<long> _appended;
    private readonly Counter<long> _repeated;
    private readonly Counter<long> _mismatched;
    private readonly Histogram<double> _delay;

    public LogMetrics(IMeterFactory meters, ServiceIdentity service)
    {
        var meter = meters.Create(service.TelemetrySource);
        _appended = meter.CreateCounter<long>("flowplatform.audit.appended", "{fact}", "Facts that became leaves.");
        _repeated = meter.CreateCounter<long>("flowplatform.audit.repeated", "{fact}", "Redelivered facts, ignored.");
        _mismatched = meter.CreateCounter<long>(
            "flowplatform.audit.mismatched",
            "{fact}",
            "Facts whose hash is not the one that their service sent."
        );
        _delay = meter.CreateHistogram<double>("flowplatform.audit.delay", "s", "From a fact to its leaf.");
    }

    internal void Appended(IReadOnlyList<AuditFactRecorded> facts, int repeated, DateTimeOffset now)
    {
        _appended.Add(facts.Count);
        _repeated.Add(repeated);
        foreach (var fact in facts)
        {
            _delay.Record((now - fact.OccurredAt).TotalSeconds);
            if (AuditFacts.LeafHash(fact) != fact.LeafHash)
            {
                _mismatched.Add(1);
            }
        }
    }
}
