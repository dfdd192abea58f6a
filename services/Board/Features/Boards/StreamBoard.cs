using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Features.Cards;
using FlowPlatform.Board.Live;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Boards;

internal static class StreamBoard
{
    private const int MostAtOnce = 500;

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
        IServiceScopeFactory scopes,
        CancellationToken ct
    )
    {
        if (await queries.VersionAsync(boardId, ct) is not { } version)
        {
            return BoardErrors.Unknown.ToProblem();
        }

        return TypedResults.ServerSentEvents(FollowAsync(boardId, lastEventId ?? after ?? version, signal, scopes, ct));
    }

    private static async IAsyncEnumerable<SseItem<TransitionResponse?>> FollowAsync(
        Guid boardId,
        long seen,
        BoardSignal signal,
        IServiceScopeFactory scopes,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        while (!ct.IsCancellationRequested)
        {
            var next = signal.NextChangeOf(boardId);
            var events = await ReadAsync(boardId, seen, scopes, ct);
            foreach (var happened in events)
            {
                seen = happened.Sequence;
                yield return new(happened, happened.Kind.ToString()) { EventId = $"{seen}" };
            }

            if (events.Count == 0)
            {
                // The first one also sends the headers, so that a client knows that it is connected.
                yield return new(null, "heartbeat");
            }

            if (events.Count < MostAtOnce)
            {
                await Task.WhenAny(next, Task.Delay(Heartbeat, ct));
            }
        }
    }

    /// <summary>Each read has a scope of its own, so that an idle stream holds no connection to the database.</summary>
    private static async Task<List<TransitionResponse>> ReadAsync(
        Guid boardId,
        long seen,
        IServiceScopeFactory scopes,
        CancellationToken ct
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BoardDbContext>();
        var rows = await db
            .Transitions.AsNoTracking()
            .Where(row => row.BoardId == boardId && row.Sequence > seen)
            .OrderBy(row => row.Sequence)
            .Take(MostAtOnce)
            .ToListAsync(ct);
        if (rows.Count == 0)
        {
            return [];
        }

        var workflows = scope.ServiceProvider.GetRequiredService<WorkflowCache>();
        var events = new List<TransitionResponse>(rows.Count);
        foreach (var row in rows)
        {
            // Each event names columns as they were when it happened.
            events.Add(CardQueries.Response(row, await workflows.GetAsync(db, boardId, row.WorkflowVersion, ct)));
        }

        return events;
    }
}
