using System.Diagnostics;
using OpenTelemetry.Trace;

namespace FlowPlatform.ServiceDefaults.Telemetry;

/// <summary>
/// A trace begins with a request or a message. What a service does by itself, such as the poll of its outbox each second or the probe
/// of a neighbour, begins none. At most so many begin a second in this process: every one in quiet times, a sample under load, when
/// recording all would cost as much as the work itself.
/// </summary>
internal sealed class TracesBeginOutside(int perSecond, TimeProvider clock) : Sampler
{
    /// <summary>YARP gives its probes the kind of a message.</summary>
    private const string GatewayProbe = "proxy.cluster_health_checks";

    private long _second;
    private int _begun;

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        new(
            samplingParameters is { Kind: ActivityKind.Server or ActivityKind.Consumer, Name: not GatewayProbe }
            && HasRoom()
                ? SamplingDecision.RecordAndSample
                : SamplingDecision.Drop
        );

    // Two threads that both see a new second may let a few traces more begin; that harms nobody.
    private bool HasRoom()
    {
        var now = clock.GetTimestamp() / clock.TimestampFrequency;
        if (Interlocked.Exchange(ref _second, now) != now)
        {
            Interlocked.Exchange(ref _begun, 0);
        }

        return Interlocked.Increment(ref _begun) <= perSecond;
    }
}
