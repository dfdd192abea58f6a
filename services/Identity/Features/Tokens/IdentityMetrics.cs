using System.Diagnostics.Metrics;
using FlowPlatform.ServiceDefaults;

namespace FlowPlatform.Identity.Features.Tokens;

/// <summary>What operators watch: who gets in, who does not, and tokens that turned up twice.</summary>
internal sealed class IdentityMetrics
{
    private readonly Counter<long> _issued;
    private readonly Counter<long> _refused;

    public IdentityMetrics(IMeterFactory meters, ServiceIdentity service)
    {
        var meter = meters.Create(service.TelemetrySource);
        _issued = meter.CreateCounter<long>("identity.tokens.issued", description: "Access tokens issued, by grant.");
        _refused = meter.CreateCounter<long>("identity.tokens.refused", description: "Grants refused, by grant.");
    }

    public void Issued(string grant) => _issued.Add(1, new KeyValuePair<string, object?>("grant", grant));

    public void Refused(string grant) => _refused.Add(1, new KeyValuePair<string, object?>("grant", grant));
}
