using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain.Copies;
using FlowPlatform.Prioritisation.Domain.Ledger;
using FlowPlatform.Prioritisation.Domain.Options;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>Gathers what a session is opened with: room, eligible options, their customers' mandates, and the ledger.</summary>
internal static class PrepareOpening
{
    internal static async Task<Result<Opening>> ForAsync(
        PrioritisationDbContext db,
        BoardCapacity board,
        OpenSessionRequest request,
        Guid openedBy,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var options = await OptionsAsync(db, board.TeamId, request.OptionIds, ct);
        if (options.IsRefused)
        {
            return options.Error;
        }

        var customerIds = options.Value.Select(option => option.CustomerId).Distinct().ToList();
        var customers = await db.Customers.Where(c => customerIds.Contains(c.CustomerId)).ToListAsync(ct);
        // A customer that Identity has not told of has no mandate yet.
        customers.AddRange(customerIds.Except(customers.Select(c => c.CustomerId)).Select(id => new CustomerCopy(id)));
        var team = await db.Teams.FindAsync([board.TeamId], ct);
        var balances = await db
            .Accounts.Where(account => account.BoardId == board.BoardId)
            .ToDictionaryAsync(account => account.CustomerId, account => account.Balance, ct);
        return new Opening(
            board.BoardId,
            board.TeamId,
            request.FacilitatorId ?? openedBy,
            openedBy,
            await FiguresAsync(db, board, options.Value, now, ct),
            options.Value,
            customers,
            (team?.MemberIds ?? []).ToHashSet(),
            balances,
            now,
            TimeSpan.FromMinutes(request.TimeLimitMinutes)
        );
    }

    /// <summary>The room with what the session owes to the categories; only options that have room can be owed any.</summary>
    private static async Task<CapacityFigures> FiguresAsync(
        PrioritisationDbContext db,
        BoardCapacity board,
        List<Option> options,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var figures = await db.FiguresAsync(board, now, ct);
        var deficits = await db
            .CategoryAccounts.Where(account => account.BoardId == board.BoardId)
            .ToDictionaryAsync(account => account.Category, account => account.Deficit, ct);
        var room = figures.ToRoom();
        var waiting = options
            .CountBy(option => option.Category)
            .ToDictionary(pair => pair.Key, pair => Math.Min(pair.Value, room.RoomFor(pair.Key)));
        var owed = DeficitRoundRobin.Owed(deficits, board.SharesByCategory, waiting, room.FreeSlots);
        return figures with { OwedByCategory = owed };
    }

    private static async Task<Result<List<Option>>> OptionsAsync(
        PrioritisationDbContext db,
        Guid teamId,
        IReadOnlyList<Guid>? wanted,
        CancellationToken ct
    )
    {
        var eligible = db.Options.Where(option =>
            option.Status == OptionStatus.Waiting && (option.TeamId == null || option.TeamId == teamId)
        );
        if (wanted is null)
        {
            // One more than may be frozen is enough to know that there are too many.
            return await eligible
                .OrderBy(option => option.Id)
                .Take(ReplenishmentSession.MaxOptions + 1)
                .ToListAsync(ct);
        }

        var found = await eligible.Where(option => wanted.Contains(option.Id)).ToListAsync(ct);
        var missing = wanted.Except(found.Select(option => option.Id)).ToList();
        return missing.Count > 0 ? ProposalErrors.NotEligible(missing) : found;
    }
}
