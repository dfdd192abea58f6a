using FlowPlatform.Board.Data;
using FlowPlatform.Board.Features.Cards;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Live;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Boards;

internal static class StreamBoard
{
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
        LiveStreams streams,
        CancellationToken ct
    )
    {
        if (await queries.VersionAsync(boardId, ct) is not { } version)
        {
            return BoardErrors.Unknown.ToProblem();
        }

        return TypedResults.ServerSentEvents(
            streams.FollowAsync<TransitionResponse>(
                boardId,
                lastEventId ?? after ?? version,
                (scope, seen, inner) => ReadAsync(scope, boardId, seen, inner),
                ct
            )
        );
    }

    private static async Task<IReadOnlyList<LiveEvent<TransitionResponse>>> ReadAsync(
        IServiceProvider scope,
        Guid boardId,
        long seen,
        CancellationToken ct
    )
    {
        var db = scope.GetRequiredService<BoardDbContext>();
        var rows = await db
            .Transitions.AsNoTracking()
            .Where(row => row.BoardId == boardId && row.Sequence > seen)
            .OrderBy(row => row.Sequence)
            .Take(LiveStreams.MostAtOnce)
            .ToListAsync(ct);
        if (rows.Count == 0)
        {
            return [];
        }

        var workflows = scope.GetRequiredService<WorkflowCache>();
        var events = new List<LiveEvent<TransitionResponse>>(rows.Count);
        foreach (var row in rows)
        {
            // Each event names columns as they were when it happened.
            var workflow = await workflows.GetAsync(db, boardId, row.WorkflowVersion, ct);
            events.Add(new(row.Sequence, row.Kind.ToString(), CardQueries.Response(row, workflow)));
        }

        return events;
    }
}
