using FlowPlatform.Board.Features.Cards;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Live;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

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
        BoardEvents history,
        LiveStreams streams,
        CancellationToken ct
    )
    {
        if (await queries.VersionAsync(boardId, ct) is not { } version)
        {
            return BoardErrors.Unknown.ToProblem();
        }

        // Nobody has seen what has not happened.
        var seen = Math.Min(lastEventId ?? after ?? version, version);
        return TypedResults.ServerSentEvents(
            streams.FollowAsync<TransitionResponse>(
                boardId,
                seen,
                (last, inner) => history.AfterAsync(boardId, last, inner),
                ct
            )
        );
    }
}
