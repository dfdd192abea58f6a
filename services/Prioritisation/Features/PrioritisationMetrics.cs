using System.Diagnostics.Metrics;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.ServiceDefaults;

namespace FlowPlatform.Prioritisation.Features;

/// <summary>What those who run planning meetings care about: how many agree, and how often somebody is refused a voice.</summary>
internal sealed class PrioritisationMetrics
{
    private readonly Counter<long> _ended;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _committed;

    public PrioritisationMetrics(IMeterFactory meters, ServiceIdentity service)
    {
        var meter = meters.Create(service.TelemetrySource);
        _ended = meter.CreateCounter<long>("flowplatform.sessions.ended", "{session}", "Sessions by how they ended.");
        _refused = meter.CreateCounter<long>("flowplatform.sessions.acts_refused", "{act}", "Refused acts by code.");
        _committed = meter.CreateCounter<long>("flowplatform.items.committed", "{item}", "Committed work items.");
    }

    public void Ended(SessionState state) =>
        _ended.Add(1, new KeyValuePair<string, object?>("state", state.ToString()));

    public void Refused(string code) => _refused.Add(1, new KeyValuePair<string, object?>("code", code));

    public void Committed(int items) => _committed.Add(items);
}
