using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>Reads one session. Before the reveal nobody sees the ranking of another.</summary>
internal static class GetSession
{
    internal static void MapGetSession(this RouteGroupBuilder sessions) =>
        sessions.MapGet("/{sessionId:guid}", Handle).WithName(nameof(GetSession));

    internal static async Task<Results<Ok<SessionView>, ProblemHttpResult>> Handle(
        Guid sessionId,
        PrioritisationDbContext db,
        CurrentUser user,
        TimeProvider clock,
        HttpContext http,
        CancellationToken ct
    )
    {
        var session = await db.Sessions.AsNoTracking().Whole().SingleOrDefaultAsync(s => s.Id == sessionId, ct);
        if (session is null)
        {
            return SessionErrors.NotFound.ToProblem();
        }

        var board = await db.Boards.Where(b => b.BoardId == session.BoardId).Select(b => b.Name).SingleAsync(ct);
        var outcomes = db.Outcomes.Where(outcome => outcome.SessionId == sessionId);
        var outcomeId = await outcomes.Select(outcome => (Guid?)outcome.Id).SingleOrDefaultAsync(ct);
        http.SetETag(session.Version);
        return TypedResults.Ok(session.ToView(await ViewerAsync(session, db, user, clock, ct), board, outcomeId));
    }

    private static async Task<Viewer> ViewerAsync(
        ReplenishmentSession session,
        PrioritisationDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var recused = user.IsInTeam(session.TeamId) || await db.IsInTeamAsync(session.TeamId, user.Id, ct);
        var mandated = session.Participants.SelectMany(p => new[] { p.RepresentativeId, p.DeputyId }).OfType<Guid>();
        var personIds = mandated.Append(session.FacilitatorId).ToList();
        var customerIds = session.Participants.Select(p => p.CustomerId).ToList();
        return new(
            new(user.Id, recused),
            clock.GetUtcNow(),
            await db
                .People.Where(p => personIds.Contains(p.PersonId))
                .ToDictionaryAsync(p => p.PersonId, p => p.Name, ct),
            await db
                .Customers.Where(c => customerIds.Contains(c.CustomerId))
                .ToDictionaryAsync(c => c.CustomerId, c => c.Name, ct)
        );
    }
}
