using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>Writes down what a passed time limit already means: the session is expired and its slots stay empty.</summary>
internal sealed partial class ExpireSessions(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    PrioritisationMetrics metrics,
    ILogger<ExpireSessions> logger
) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ExpireDueAsync(stoppingToken);
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or InvalidOperationException)
            {
                Log.Postponed(logger, e.Message);
            }
        }
    }

    internal async Task ExpireDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PrioritisationDbContext>();
        var now = clock.GetUtcNow();
        var due = await db
            .Sessions.Where(s => s.State == SessionState.Open || s.State == SessionState.Deliberating)
            .Where(s => s.ClosesAt <= now)
            .Select(s => s.Id)
            .ToListAsync(ct);
        foreach (var id in due)
        {
            await db.InTransactionAsync(inner => ExpireAsync(db, id, now, inner), ct);
            db.ChangeTracker.Clear();
        }
    }

    private async Task<bool> ExpireAsync(PrioritisationDbContext db, Guid id, DateTimeOffset now, CancellationToken ct)
    {
        // Under the lock it is looked at again: the last consent may have come in just before the limit.
        var session = await db.LockSessionAsync(id, ct);
        if (session?.ExpireIfDue(now) != true)
        {
            return false;
        }

        Tell(db, session, now);
        db.WillChange(id);
        await db.SaveChangesAsync(ct);
        metrics.Ended(session.State);
        return true;
    }

    internal static void Tell(PrioritisationDbContext db, ReplenishmentSession session, DateTimeOffset now) =>
        db.Audit(
            new AuditFact("SessionExpired", nameof(ReplenishmentSession), session.Id, null, now)
            {
                Reason = session.EndReason,
                After = new { session.State, EmptySlots = session.Figures.FreeSlots },
            }
        );

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Expired sessions are written down later: {Reason}")]
        public static partial void Postponed(ILogger logger, string reason);
    }
}
