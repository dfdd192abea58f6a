using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ServiceDefaults.Live;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.Changes;

internal static class StreamChanges
{
    internal static void MapStreamChanges(this RouteGroupBuilder changes)
    {
        changes.MapGet("/events", FollowAll).WithName("FollowChanges");
        changes.MapGet("/{id:guid}/events", FollowOne).WithName("WatchChange");
    }

    /// <summary>
    /// Tells that changes were raised or have moved on, many in quick succession as one; GET changes tells which. With
    /// Last-Event-ID it tells so at once, as nobody knows what was missed. Events named heartbeat tell that the stream lives.
    /// </summary>
    internal static ServerSentEventsResult<WorkChanged?> FollowAll(
        [FromHeader(Name = "Last-Event-ID")] long? lastEventId,
        LiveStreams streams,
        CancellationToken ct
    ) => streams.Follow(ChangesDbContext.AllChanges, lastEventId, ct);

    /// <summary>
    /// Tells that somebody has acted on the change; GET change tells how it stands. With Last-Event-ID it tells so at once.
    /// Events named heartbeat tell that the stream lives.
    /// </summary>
    internal static async Task<Results<ServerSentEventsResult<WorkChanged?>, NotFound>> FollowOne(
        Guid id,
        [FromHeader(Name = "Last-Event-ID")] long? lastEventId,
        ChangesDbContext db,
        LiveStreams streams,
        CancellationToken ct
    ) =>
        await db.Changes.AnyAsync(change => change.Id == id, ct)
            ? streams.Follow(id, lastEventId, ct)
            : TypedResults.NotFound();
}
