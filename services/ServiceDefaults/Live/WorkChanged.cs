using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.ServiceDefaults.Live;

/// <summary>What a stream follows has changed since. What of it a person may see, a GET of it tells.</summary>
public sealed record WorkChanged(DateTimeOffset At)
{
    /// <summary>
    /// An event named changed each time, many changes in quick succession as one; with the id of an earlier event one at once,
    /// as nobody knows what was missed.
    /// </summary>
    public static ServerSentEventsResult<WorkChanged?> Follow(
        LiveStreams streams,
        Guid subject,
        long? lastEventId,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        ArgumentNullException.ThrowIfNull(streams);
        return TypedResults.ServerSentEvents(
            streams.FollowChangesAsync<WorkChanged>(
                subject,
                "changed",
                lastEventId is not null,
                _ => Task.FromResult<WorkChanged?>(new(clock.GetUtcNow())),
                ct
            )
        );
    }
}
