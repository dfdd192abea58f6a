using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
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

    /// <summary>Where changes have no numbers, after so many heartbeats one is told all the same: it heals a lost signal.</summary>
    private const int BeatsUntilALook = 4;

    /// <summary>Nobody reads faster than this.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

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

    /// <summary>
    /// The answer that tells that a subject has changed and no more: an event named changed each time; with the id of an earlier
    /// event one at once, as nobody knows what was missed.
    /// </summary>
    public ServerSentEventsResult<WorkChanged?> Follow(Guid subject, long? lastEventId, CancellationToken ct) =>
        TypedResults.ServerSentEvents(
            FollowChangesAsync<WorkChanged>(
                subject,
                "changed",
                lastEventId is not null,
                _ => Task.FromResult<WorkChanged?>(new(clock.GetUtcNow())),
                ct
            )
        );

    /// <summary>
    /// Follows a subject whose changes have no numbers: what there is to tell is read whenever it has changed. Changes in quick
    /// succession are told as one. Ids are instants; events named heartbeat tell that the stream lives.
    /// </summary>
    /// <param name="mayHaveMissed">Tells at once, to somebody who comes back and cannot know what happened meanwhile.</param>
    /// <param name="tell">What is told; null where nothing is new after all.</param>
    public async IAsyncEnumerable<SseItem<T?>> FollowChangesAsync<T>(
        Guid subject,
        string kind,
        bool mayHaveMissed,
        Func<CancellationToken, Task<T?>> tell,
        [EnumeratorCancellation] CancellationToken ct
    )
        where T : class
    {
        ArgumentNullException.ThrowIfNull(tell);
        var isDue = mayHaveMissed;
        var quiet = 0;
        while (!ct.IsCancellationRequested)
        {
            var next = signal.NextChangeOf(subject);
            var told = isDue ? await tell(ct) : null;
            // A heartbeat has an id as well, so that who comes back is known to have been here.
            yield return new(told, told is null ? "heartbeat" : kind)
            {
                EventId = $"{clock.GetUtcNow().ToUnixTimeMilliseconds()}",
            };
            if (told is not null)
            {
                await Task.Delay(Pause, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await next.WaitAsync(Heartbeat, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            quiet = next.IsCompleted ? 0 : quiet + 1;
            isDue = quiet % BeatsUntilALook == 0;
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
