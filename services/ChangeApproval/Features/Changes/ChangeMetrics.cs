using System.Diagnostics.Metrics;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ServiceDefaults;

namespace FlowPlatform.ChangeApproval.Features.Changes;

/// <summary>What change managers and auditors watch.</summary>
internal sealed class ChangeMetrics
{
    private readonly Counter<long> _raised;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _permits;

    public ChangeMetrics(IMeterFactory meters, ServiceIdentity service)
    {
        var meter = meters.Create(service.TelemetrySource);
        _raised = meter.CreateCounter<long>("flowplatform.changes.raised", "{change}", "Changes raised.");
        _refused = meter.CreateCounter<long>("flowplatform.changes.refused", "{act}", "Acts refused, by rule.");
        _permits = meter.CreateCounter<long>("flowplatform.changes.permits", "{permit}", "Permits asked for.");
    }

    internal void Raised(string category) => _raised.Add(1, new KeyValuePair<string, object?>("category", category));

    internal void Refused(ActKind act, string code) =>
        _refused.Add(1, new("act", act.ToString()), new KeyValuePair<string, object?>("code", code));

    internal void Asked(bool isAllowed) => _permits.Add(1, new KeyValuePair<string, object?>("allowed", isAllowed));
}
