using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using FlowPlatform.Intake.Data;
using FlowPlatform.ServiceDefaults.Live;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowPlatform.Intake.Features.Imports;

/// <summary>How far imports are, as it is committed, on whichever replica the worker runs.</summary>
internal static class StreamImports
{
    /// <summary>
    /// Progress as server-sent events until the import ends. Each event named progress is the whole state, so resuming loses
    /// nothing. Events named heartbeat tell that the stream lives.
    /// </summary>
    internal static async Task<Results<ServerSentEventsResult<ImportResponse?>, NotFound>> Watch(
        Guid importId,
        IntakeDbContext db,
        CurrentUser user,
        LiveStreams streams,
        IServiceScopeFactory scopes,
        CancellationToken ct
    ) =>
        await ReadImports.FindAsync(importId, db, user, ct) is null
            ? TypedResults.NotFound()
            : TypedResults.ServerSentEvents(WatchAsync(importId, user, streams, scopes, ct));

    /// <summary>
    /// Tells that an import has begun, moved on or ended; GET imports tells which. With Last-Event-ID it tells so at once, as
    /// nobody knows what was missed. Events named heartbeat tell that the stream lives.
    /// </summary>
    internal static ServerSentEventsResult<WorkChanged?> Follow(
        [FromHeader(Name = "Last-Event-ID")] long? lastEventId,
        LiveStreams streams,
        CancellationToken ct
    ) => streams.Follow(LiveSubjects.Imports, lastEventId, ct);

    private static async IAsyncEnumerable<SseItem<ImportResponse?>> WatchAsync(
        Guid importId,
        CurrentUser user,
        LiveStreams streams,
        IServiceScopeFactory scopes,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        ImportResponse? last = null;
        var states = streams.FollowChangesAsync(importId, "progress", true, ReadNewAsync, ct);
        await foreach (var item in states)
        {
            yield return item;
            if (item.Data is { IsEnded: true })
            {
                yield break;
            }
        }

        async Task<ImportResponse?> ReadNewAsync(CancellationToken token)
        {
            // A scope of its own each time, so that an idle stream holds no connection to the database.
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<IntakeDbContext>();
            var now = await ReadImports.FindAsync(importId, db, user, token);
            var isNew = now != last;
            last = now;
            return isNew ? now : null;
        }
    }
}
