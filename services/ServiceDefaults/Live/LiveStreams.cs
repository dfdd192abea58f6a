using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FlowPlatform.ServiceDefaults.Live;

/// <summary>Something that happened to a subject. Ids of a subject only grow.</summary>
public sealed record LiveEvent<T>(long Id, string Kind, T Data);

/// <summary>Server-sent events about a subject, as they are committed, on whichever replica.</summary>
public sealed class LiveStreams(ChangeSignal signal, TimeProvider clock)
{
    /// <summary>So many events are read at once; a stream that is further behind reads again at once.</summary>
    public const int MostAtOnce = 500;

    /// <summary>
    /// Also without a signal a stream looks again: it heals a lost one and shows the client that it is alive.
    /// </summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Follows a subject from the event after <paramref name="seen"/> on. Events named heartbeat tell that the stream lives.
    /// What reads takes a scope of its own each time, so that an idle stream holds no connection to the database.
    /// </summary>
    public async IAsyncEnumerable<SseItem<T?>> FollowAsync<T>(
        Guid subject,
        long seen,
        Func<long, CancellationToken, Task<IReadOnlyList<LiveEvent<T>>>> read,
        [EnumeratorCancellation] CancellationToken ct
    )
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        long? told = null;
        while (!ct.IsCancellationRequested)
        {
            var next = signal.NextChangeOf(subject);
            var events = await read(seen, ct);
            foreach (var happened in events)
            {
                seen = happened.Id;
                yield return new(happened.Data, happened.Kind) { EventId = $"{seen}" };
            }

            if (events.Count > 0)
            {
                told = clock.GetTimestamp();
            }
            else if (told is null || clock.GetElapsedTime(told.Value) >= Heartbeat)
            {
                // The first one also sends the headers, so that a client knows that it is connected.
                told = clock.GetTimestamp();
                yield return new(null, "heartbeat");
            }

            if (events.Count < MostAtOnce)
            {
                await next.WaitAsync(Heartbeat, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}

public static class LiveStreamsRegistration
{
    /// <summary>
    /// Lets endpoints follow what <see cref="Data.ServiceDbContext.WillChange"/> names, across all replicas of the service.
    /// </summary>
    public static WebApplicationBuilder AddLiveStreams(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<LiveStreams>();
        builder.Services.AddHostedService<ChangeNotifier>();
        builder.Services.AddHostedService<ChangeListener>();
        return builder;
    }
}
