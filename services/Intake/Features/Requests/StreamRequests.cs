using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.ServiceDefaults.Live;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Features.Requests;

/// <summary>How far a request is, and how much was said about it. GET request and its comments tell the rest.</summary>
public sealed record RequestStep(Guid RequestId, long Version, RequestStatus Status, int Comments);

internal static class StreamRequests
{
    internal static void MapStreamRequests(this RouteGroupBuilder requests)
    {
        requests.MapGet("/events", Follow).WithName("FollowRequests");
        requests.MapGet("/{requestId:guid}/events", Watch).WithName("WatchRequest");
    }

    /// <summary>
    /// Tells that requests have come or changed, many in quick succession as one; GET requests tells which. With
    /// Last-Event-ID it tells so at once, as nobody knows what was missed. Events named heartbeat tell that the stream lives.
    /// </summary>
    internal static ServerSentEventsResult<WorkChanged?> Follow(
        [FromHeader(Name = "Last-Event-ID")] long? lastEventId,
        LiveStreams streams,
        CancellationToken ct
    ) => streams.Follow(LiveSubjects.Requests, lastEventId, ct);

    /// <summary>
    /// Tells when the request has changed or somebody has commented on it, and how it stands when one comes back with
    /// Last-Event-ID. Events named heartbeat tell that the stream lives.
    /// </summary>
    internal static async Task<Results<ServerSentEventsResult<RequestStep?>, NotFound>> Watch(
        Guid requestId,
        [FromHeader(Name = "Last-Event-ID")] long? lastEventId,
        IntakeDbContext db,
        CurrentUser user,
        LiveStreams streams,
        IServiceScopeFactory scopes,
        CancellationToken ct
    )
    {
        var request = await db.Requests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == requestId, ct);
        return request is null || !user.Sees(request)
            ? TypedResults.NotFound()
            : TypedResults.ServerSentEvents(
                streams.FollowChangesAsync(
                    requestId,
                    "changed",
                    lastEventId is not null,
                    inner => ReadAsync(scopes, requestId, inner),
                    ct
                )
            );
    }

    private static async Task<RequestStep?> ReadAsync(IServiceScopeFactory scopes, Guid requestId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IntakeDbContext>();
        return await db
            .Requests.Where(r => r.Id == requestId)
            .Select(r => new RequestStep(r.Id, r.Version, r.Status, db.Comments.Count(c => c.RequestId == r.Id)))
            .SingleOrDefaultAsync(ct);
    }
}
