using System.Diagnostics;
using OpenTelemetry.Trace;

namespace FlowPlatform.ServiceDefaults.Telemetry;

/// <summary>
/// A trace begins with a request or a message. What a service does by itself, such as the poll of its outbox each second or the probe
/// of a neighbour, begins none.
/// </summary>
internal sealed class TracesBeginOutside : Sampler
{
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        new(
            samplingParameters.Kind is ActivityKind.Server or ActivityKind.Consumer
                ? SamplingDecision.RecordAndSample
                : SamplingDecision.Drop
        );
}
