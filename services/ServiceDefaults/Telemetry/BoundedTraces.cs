using OpenTelemetry.Trace;

namespace FlowPlatform.ServiceDefaults.Telemetry;

/// <summary>
/// Records at most so many new traces a second in this process: every one in quiet times, a sample under load, when recording all
/// would cost as much as the work itself. What continues a trace follows whoever began it.
/// </summary>
internal sealed class BoundedTraces(int perSecond, TimeProvider clock) : Sampler
{
    private long _second;
    private int _begun;

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        var now = clock.GetTimestamp() / clock.TimestampFrequency;
        // Two threads that both see a new second may let a few traces more pass; that harms nobody.
        if (Interlocked.Exchange(ref _second, now) != now)
        {
            Interlocked.Exchange(ref _begun, 0);
        }

        var isSampled = Interlocked.Increment(ref _begun) <= perSecond;
        return new SamplingResult(isSampled ? SamplingDecision.RecordAndSample : SamplingDecision.Drop);
    }
}
