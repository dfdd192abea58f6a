using System.Diagnostics.Metrics;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.ServiceDefaults;

namespace FlowPlatform.Intake;

/// <summary>What those who run the intake of work want to see move.</summary>
internal sealed class IntakeMetrics
{
    private readonly Counter<long> _submitted;
    private readonly Counter<long> _decided;
    private readonly Counter<long> _rows;

    public IntakeMetrics(IMeterFactory meters, ServiceIdentity service)
    {
        var meter = meters.Create(service.TelemetrySource);
        _submitted = meter.CreateCounter<long>(
            "intake.requests.submitted",
            "{request}",
            "Requests submitted by people"
        );
        _decided = meter.CreateCounter<long>(
            "intake.requests.acts",
            "{act}",
            "Acts on requests, by the status they led to"
        );
        _rows = meter.CreateCounter<long>("intake.import.rows", "{row}", "Rows of imported files, by outcome");
    }

    public void Submitted() => _submitted.Add(1);

    public void Acted(RequestStatus status) =>
        _decided.Add(1, new KeyValuePair<string, object?>("status", status.ToString()));

    public void RowsRead(int good, int rejected)
    {
        _rows.Add(good, new KeyValuePair<string, object?>("outcome", "good"));
        _rows.Add(rejected, new KeyValuePair<string, object?>("outcome", "rejected"));
    }
}
