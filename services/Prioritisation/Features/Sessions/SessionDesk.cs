using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>
/// Runs an act on a session: one transaction that holds the session's row lock from the first read, so that acts on a session
/// happen one after another and none is lost. A refused act saves nothing.
/// </summary>
internal sealed class SessionDesk(
    PrioritisationDbContext db,
    CurrentUser user,
    TimeProvider clock,
    PrioritisationMetrics metrics
)
{
    public PrioritisationDbContext Db => db;

    public async Task<Result<T>> ActAsync<T>(
        Guid sessionId,
        IfMatch ifMatch,
        Func<Sitting, Task<Result<T>>> act,
        CancellationToken ct
    )
    {
        var result = await db.InTransactionAsync(inner => LockAndActAsync(sessionId, ifMatch, act, inner), ct);
        if (result.IsRefused)
        {
            metrics.Refused(result.Error.Code);
        }

        return result;
    }

    public Task<Result<T>> ActAsync<T>(
        Guid sessionId,
        IfMatch ifMatch,
        Func<Sitting, Result<T>> act,
        CancellationToken ct
    ) => ActAsync(sessionId, ifMatch, sitting => Task.FromResult(act(sitting)), ct);

    public void Audit(
        ReplenishmentSession session,
        string action,
        Sitting sitting,
        object? after,
        string? reason = null
    ) =>
        db.Audit(
            new AuditFact(action, "ReplenishmentSession", session.Id, sitting.Actor.PersonId, sitting.Now)
            {
                After = after,
                Reason = reason,
            }
        );

    private async Task<Result<T>> LockAndActAsync<T>(
        Guid sessionId,
        IfMatch ifMatch,
        Func<Sitting, Task<Result<T>>> act,
        CancellationToken ct
    )
    {
        var session = await db.LockSessionAsync(sessionId, ct);
        if (session is null)
        {
            return SessionErrors.NotFound;
        }

        if (ifMatch.Check(session.Version) is { } stale)
        {
            return stale;
        }

        var recused = user.IsInTeam(session.TeamId) || await db.IsInTeamAsync(session.TeamId, user.Id, ct);
        var result = await act(new(session, new(user.Id, recused), clock.GetUtcNow()));
        if (!result.IsRefused)
        {
            db.WillChange(session.Id);
            await db.SaveChangesAsync(ct);
        }

        return result;
    }
}

/// <summary>A locked session, who acts, and the instant of the act.</summary>
internal sealed record Sitting(ReplenishmentSession Session, Actor Actor, DateTimeOffset Now);
