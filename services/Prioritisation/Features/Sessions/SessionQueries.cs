using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain.Copies;
using FlowPlatform.Prioritisation.Domain.Options;
using FlowPlatform.Prioritisation.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Prioritisation.Features.Sessions;

internal static class SessionQueries
{
    // A board answers within a second. One that has not by then put the work on its list of refused work, and the room is free.
    private static readonly TimeSpan AnswerTime = TimeSpan.FromMinutes(15);

    /// <summary>Takes the row lock first and reads afterwards: whoever waited for the lock sees what the one before did.</summary>
    internal static async Task<ReplenishmentSession?> LockSessionAsync(
        this PrioritisationDbContext db,
        Guid id,
        CancellationToken ct
    )
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM sessions WHERE id = {id} FOR UPDATE", ct);
        return await db.Sessions.Whole().SingleOrDefaultAsync(session => session.Id == id, ct);
    }

    internal static IQueryable<ReplenishmentSession> Whole(this IQueryable<ReplenishmentSession> sessions) =>
        sessions
            .Include(session => session.Options)
            .Include(session => session.Participants)
            .Include(session => session.Proposals)
            .Include(session => session.Objections)
            .AsSplitQuery();

    internal static Task<bool> IsInTeamAsync(
        this PrioritisationDbContext db,
        Guid teamId,
        Guid personId,
        CancellationToken ct
    ) => db.Teams.AnyAsync(team => team.TeamId == teamId && team.MemberIds.Contains(personId), ct);

    /// <summary>
    /// The board's room as it last said, less what sessions committed and it has not answered yet. Expedites have a lane of their own.
    /// </summary>
    internal static async Task<CapacityFigures> FiguresAsync(
        this PrioritisationDbContext db,
        BoardCapacity board,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var recently = now - AnswerTime;
        var unanswered = await db
            .Options.Where(option => option.CommittedBoardId == board.BoardId && option.AnsweredAt == null)
            .Where(option => option.Status == OptionStatus.Committed && option.OutcomeId != null)
            .Where(option => option.CommittedAt > recently)
            .Select(option => option.Category)
            .ToListAsync(ct);
        return board.RoomBeyond(unanswered);
    }

    /// <summary>Room and waiting options now; the options are locked, so that what is checked is what is committed.</summary>
    internal static async Task<Circumstances> CircumstancesAsync(
        this PrioritisationDbContext db,
        Sitting sitting,
        CancellationToken ct
    )
    {
        var frozen = sitting.Session.Options.Select(option => option.OptionId).ToArray();
        var options = await db
            .Options.FromSql($"SELECT * FROM options WHERE id = ANY({frozen}) ORDER BY id FOR UPDATE")
            .ToListAsync(ct);
        // Only the board itself can take a board away, so it is there.
        var board = await db.Boards.SingleAsync(b => b.BoardId == sitting.Session.BoardId, ct);
        // What the session owes was settled when it opened; the room is that of now.
        var owed = sitting.Session.Figures.OwedByCategory;
        var figures = (await db.FiguresAsync(board, sitting.Now, ct)) with { OwedByCategory = owed };
        var waiting = options.Where(option => option.IsEligibleFor(sitting.Session.TeamId)).Select(option => option.Id);
        return new(figures.ToRoom(), waiting.ToHashSet(), sitting.Now);
    }
}
