using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain;
using FlowPlatform.Prioritisation.Domain.Ledger;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Prioritisation.Features.Ledger;

/// <summary>The entitlement ledger of a board. Figures in slots, exact, as texts such as "4/5".</summary>
/// <param name="Decay">What is left of a balance after each session.</param>
/// <param name="JainIndex">Fairness of slots received per entitlement: 1 is equal, 1/n is one takes all; absent before the first outcome.</param>
/// <param name="LargestDebt">The largest balance that is owed to a customer.</param>
public sealed record LedgerResponse(
    Guid BoardId,
    string Decay,
    double? JainIndex,
    string LargestDebt,
    IReadOnlyList<LedgerEntry> Entries,
    IReadOnlyList<CategoryEntry> Categories
);

/// <summary>What a category with a share is owed, in slots, exact; and what entered of the slots handed out.</summary>
public sealed record CategoryEntry(
    WorkCategory Category,
    int? Share,
    string Deficit,
    int Entered,
    int Slots,
    int Sessions
);

/// <summary>A customer's account. A positive balance is owed to the customer and adds to its next budget.</summary>
public sealed record LedgerEntry(
    Guid CustomerId,
    string CustomerName,
    string Balance,
    string Entitled,
    string Received,
    int Sessions
);

internal static class GetLedger
{
    internal static void MapLedger(this RouteGroupBuilder prioritisation) =>
        prioritisation.MapGet("/ledger", Handle).WithTags("Ledger").WithName(nameof(GetLedger));

    /// <summary>Reads the ledger of a board; as many rows as it has customers.</summary>
    internal static async Task<Ok<LedgerResponse>> Handle(
        Guid boardId,
        PrioritisationDbContext db,
        CancellationToken ct
    )
    {
        var accounts = await db.Accounts.AsNoTracking().Where(a => a.BoardId == boardId).ToListAsync(ct);
        var ids = accounts.ConvertAll(account => account.CustomerId);
        var names = await db
            .Customers.Where(customer => ids.Contains(customer.CustomerId))
            .ToDictionaryAsync(customer => customer.CustomerId, customer => customer.Name, ct);
        var entries = accounts
            .OrderByDescending(account => account.Balance)
            .Select(account => new LedgerEntry(
                account.CustomerId,
                names.GetValueOrDefault(account.CustomerId, ""),
                account.Balance.ToString(),
                account.Entitled.ToString(),
                account.Received.ToString(),
                account.Sessions
            ))
            .ToList();
        return TypedResults.Ok(
            new LedgerResponse(
                boardId,
                Entitlement.Decay.ToString(),
                Entitlement.JainIndex(accounts.Select(account => (account.Entitled, account.Received))),
                entries.Count == 0 ? "0" : entries[0].Balance,
                entries,
                await CategoriesAsync(db, boardId, ct)
            )
        );
    }

    private static async Task<List<CategoryEntry>> CategoriesAsync(
        PrioritisationDbContext db,
        Guid boardId,
        CancellationToken ct
    )
    {
        var board = await db.Boards.AsNoTracking().SingleOrDefaultAsync(b => b.BoardId == boardId, ct);
        var accounts = await db.CategoryAccounts.AsNoTracking().Where(a => a.BoardId == boardId).ToListAsync(ct);
        return
        [
            .. accounts
                .OrderBy(account => account.Category)
                .Select(account => new CategoryEntry(
                    account.Category,
                    board?.SharesByCategory.TryGetValue(account.Category, out var share) == true ? share : null,
                    account.Deficit.ToString(),
                    account.Entered,
                    account.Slots,
                    account.Sessions
                )),
        ];
    }
}
