using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Live;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>How far a session is. What a viewer may see of it, GET session tells: a ballot is nobody else's before the reveal.</summary>
public sealed record SessionStep(Guid SessionId, long Version, SessionState State);

internal static class StreamSession
{
    internal static void MapStreamSession(this RouteGroupBuilder sessions) =>
        sessions.MapGet("/{sessionId:guid}/events", Handle).WithName(nameof(StreamSession));

    /// <summary>
    /// Tells when the session has changed, for instance by a ballot or a consent. An event's id is the session's version;
    /// with Last-Event-ID, or after, the stream tells at once if it is another by now. Steps in quick succession may be told as
    /// one. Events named heartbeat tell that the stream lives.
    /// </summary>
    internal static async Task<Results<ServerSentEventsResult<SessionStep?>, ProblemHttpResult>> Handle(
        Guid sessionId,
        [FromHeader(Name = "Last-Event-ID")] long? lastEventId,
        long? after,
        PrioritisationDbContext db,
        LiveStreams streams,
        IServiceScopeFactory scopes,
        CancellationToken ct
    )
    {
        var version = await db
            .Sessions.Where(s => s.Id == sessionId)
            .Select(s => (long?)s.Version)
            .SingleOrDefaultAsync(ct);
        return version is null
            ? SessionErrors.NotFound.ToProblem()
            : TypedResults.ServerSentEvents(
                streams.FollowAsync<SessionStep>(
                    sessionId,
                    lastEventId ?? after ?? version.Value,
                    (seen, inner) => ReadAsync(scopes, sessionId, seen, inner),
                    ct
                )
            );
    }

    private static async Task<IReadOnlyList<LiveEvent<SessionStep>>> ReadAsync(
        IServiceScopeFactory scopes,
        Guid sessionId,
        long seen,
        CancellationToken ct
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PrioritisationDbContext>();
        var newer = db.Sessions.Where(s => s.Id == sessionId && s.Version > seen);
        var step = await newer.Select(s => new SessionStep(s.Id, s.Version, s.State)).SingleOrDefaultAsync(ct);
        return step is null ? [] : [new(step.Version, "changed", step)];
    }
}
