using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using FlowPlatform.Board.Features.Cards;
using FlowPlatform.Board.Live;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowPlatform.Board.Features.Boards;

internal static class StreamBoard
{
    /// <summary>
    /// Also without a signal a stream looks again: it heals a lost one and shows the client that it is alive.
    /// </summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    internal static void MapStreamBoard(this RouteGroupBuilder boards) =>
        boards.MapGet("/{boardId:guid}/events", Handle).WithName(nameof(StreamBoard));

    /// <summary>
    /// The history of the board as it happens. An event's id is the board's version after it; with Last-Event-ID the
    /// stream goes on after that one, whichever replica answers; a browser, which cannot send the header at first,
    /// says after. Else it begins now. Events named heartbeat tell that the stream lives.
    /// </summary>
    internal static async Task<Results<ServerSentEventsResult<TransitionResponse?>, ProblemHttpResult>> Handle(
        Guid boardId,
        [FromHeader(Name = "Last-Event-ID")] long? lastEventId,
        long? after,
        BoardQueries queries,
        BoardSignal signal,
        BoardEvents history,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await queries.VersionAsync(boardId, ct) is not { } version)
        {
            return BoardErrors.Unknown.ToProblem();
        }

        // Nobody has seen what has not happened.
        var seen = Math.Min(lastEventId ?? after ?? version, version);
        return TypedResults.ServerSentEvents(FollowAsync(boardId, seen, signal, history, clock, ct));
    }

    private static async IAsyncEnumerable<SseItem<TransitionResponse?>> FollowAsync(
        Guid boardId,
        long seen,
        BoardSignal signal,
        BoardEvents history,
        TimeProvider clock,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        long? told = null;
        while (!ct.IsCancellationRequested)
        {
            var next = signal.NextChangeOf(boardId);
            var events = await history.AfterAsync(boardId, seen, ct);
            foreach (var happened in events)
            {
                seen = happened.Sequence;
                yield return new(happened, happened.Kind.ToString()) { EventId = $"{seen}" };
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

            if (events.Count < BoardEvents.MostAtOnce)
            {
                await next.WaitAsync(Heartbeat, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
