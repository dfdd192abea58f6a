using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace FlowPlatform.ServiceDefaults.Telemetry;

/// <summary>
/// Takes health probes out of the traces as soon as they arrive, with all that they ask of the database: they come every few seconds
/// and tell nothing that the health itself does not.
/// </summary>
internal sealed class QuietProbes : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                (context, rest) =>
                {
                    if (
                        context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
                        && context.Features.Get<IHttpActivityFeature>()?.Activity is { } probe
                    )
                    {
                        probe.IsAllDataRequested = false;
                        probe.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
                    }

                    return rest(context);
                }
            );
            next(app);
        };
}
