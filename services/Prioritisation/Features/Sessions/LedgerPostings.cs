using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain.Ledger;
using FlowPlatform.Prioritisation.Domain.Sessions;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Prioritisation.Features.Sessions;

/// <summary>What an agreed session means for the ledger: of its customers, and of the categories with a share.</summary>
internal static class LedgerPostings
{
    internal static async Task PostAsync(PrioritisationDbContext db, ReplenishmentSession session, CancellationToken ct)
    {
        await PostCustomersAsync(db, session, ct);
        await PostCategoriesAsync(db, session, ct);
    }

    private static async Task PostCustomersAsync(
        PrioritisationDbContext db,
        ReplenishmentSession session,
        CancellationToken ct
    )
    {
        var accounts = await db
            .Accounts.Where(a => a.BoardId == session.BoardId)
            .ToDictionaryAsync(a => a.CustomerId, ct);
        var postings = session.Postings().ToDictionary(posting => posting.CustomerId);
        foreach (var account in accounts.Values.Where(account => !postings.ContainsKey(account.CustomerId)))
        {
            account.Fade();
        }

        foreach (var (customerId, posting) in postings)
        {
            var account = accounts.GetValueOrDefault(customerId);
            account ??= db.Accounts.Add(new LedgerAccount(session.BoardId, customerId)).Entity;
            account.Take(posting);
        }
    }

    private static async Task PostCategoriesAsync(
        PrioritisationDbContext db,
        ReplenishmentSession session,
        CancellationToken ct
    )
    {
        var accounts = await db
            .CategoryAccounts.Where(a => a.BoardId == session.BoardId)
            .ToDictionaryAsync(a => a.Category, ct);
        var waiting = session.Options.CountBy(option => option.Evidence.Facts.Category).ToDictionary();
        var entered = SessionRules
            .CategoriesOf(session, session.OnTheTable!.OptionIds)
            .CountBy(category => category)
            .ToDictionary();
        foreach (var (category, share) in session.Figures.SharesByCategory ?? [])
        {
            var account = accounts.GetValueOrDefault(category);
            account ??= db.CategoryAccounts.Add(new CategoryAccount(session.BoardId, category)).Entity;
            account.Take(
                share,
                session.Figures.FreeSlots,
                waiting.GetValueOrDefault(category),
                entered.GetValueOrDefault(category)
            );
        }
    }
}
