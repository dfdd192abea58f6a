using System.Diagnostics;
using OpenTelemetry;

namespace FlowPlatform.ServiceDefaults.Telemetry;

/// <summary>Keeps health probes out of the traces: they come every few seconds and tell nothing that the health itself does not.</summary>
internal sealed class QuietHealthChecks : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        if (data.GetTagItem("url.path") is string path && path.StartsWith("/health", StringComparison.Ordinal))
        {
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }
    }
}
