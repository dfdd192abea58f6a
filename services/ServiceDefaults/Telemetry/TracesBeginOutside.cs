using System.Diagnostics;
using OpenTelemetry.Trace;

namespace FlowPlatform.ServiceDefaults.Telemetry;

/// <summary>
/// A trace begins with a request or a message. What a service does by itself, such as the poll of its outbox each second or the probe
/// of a neighbour, begins none.
/// </summary>
internal sealed class TracesBeginOutside : Sampler
{
    /// <summary>YARP gives its probes the kind of a message.</summary>
    private const string GatewayProbe = "proxy.cluster_health_checks";

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        new(
            samplingParameters is { Kind: ActivityKind.Server or ActivityKind.Consumer, Name: not GatewayProbe }
                ? SamplingDecision.RecordAndSample
                : SamplingDecision.Drop
        );
}
