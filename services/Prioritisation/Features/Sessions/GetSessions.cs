using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>A session in a list.</summary>
public sealed record SessionSummary(
    Guid Id,
    Guid BoardId,
    Guid TeamId,
    Guid FacilitatorId,
    SessionState State,
    int Slots,
    DateTimeOffset OpenedAt,
    DateTimeOffset ClosesAt,
    DateTimeOffset? EndedAt
);

/// <summary>Lists sessions, newest first.</summary>
internal static class GetSessions
{
    internal static void MapGetSessions(this RouteGroupBuilder sessions) =>
        sessions.MapGet("/", Handle).WithName(nameof(GetSessions));

    internal static async Task<Results<Ok<Page<SessionSummary>>, ProblemHttpResult>> Handle(
        Guid? boardId,
        SessionState? state,
        [AsParameters] PageQuery page,
        PrioritisationDbContext db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (!Cursor.TryDecode(page.Cursor, out var before))
        {
            return Problems.Field("cursor", "is not one that this list gave").ToProblem();
        }

        var now = clock.GetUtcNow();
        var sessions = InState(db.Sessions.AsNoTracking(), state, now);
        sessions = boardId is null ? sessions : sessions.Where(session => session.BoardId == boardId);
        if (before is not null)
        {
            sessions = sessions.Where(session => session.Id < before);
        }

        var rows = await sessions.OrderByDescending(session => session.Id).Take(page.Size + 1).ToListAsync(ct);
        var items = rows.ConvertAll(session => ToSummary(session, now));
        return TypedResults.Ok(Page.From(items, page.Size, session => Cursor.Encode(session.Id)));
    }

    // A passed time limit counts at once, also where the watcher has not written it down yet.
    private static IQueryable<ReplenishmentSession> InState(
        IQueryable<ReplenishmentSession> sessions,
        SessionState? state,
        DateTimeOffset now
    ) =>
        state switch
        {
            null => sessions,
            SessionState.Open or SessionState.Deliberating => sessions.Where(s => s.State == state && s.ClosesAt > now),
            SessionState.Expired => sessions.Where(s =>
                s.State == state
                || ((s.State == SessionState.Open || s.State == SessionState.Deliberating) && s.ClosesAt <= now)
            ),
            _ => sessions.Where(s => s.State == state),
        };

    private static SessionSummary ToSummary(ReplenishmentSession session, DateTimeOffset now) =>
        new(
            session.Id,
            session.BoardId,
            session.TeamId,
            session.FacilitatorId,
            session.StateAt(now),
            session.Figures.FreeSlots,
            session.OpenedAt,
            session.ClosesAt,
            session.EndedAt
        );
}
