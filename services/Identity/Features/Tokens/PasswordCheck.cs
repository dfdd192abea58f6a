using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Data.Accounts;
using FlowPlatform.ServiceDefaults.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Tokens;

/// <summary>
/// Compares a password and counts failures. The account's row is locked while it does, so that guesses sent in parallel
/// are counted one by one and none gets past the lockout.
/// </summary>
internal sealed class PasswordCheck(
    IdentityDbContext db,
    UserManager<Account> accounts,
    DecoyPassword decoy,
    TimeProvider clock
)
{
    /// <returns>The person, or null for whatever reason.</returns>
    public Task<Guid?> SignInAsync(string email, string password, CancellationToken ct)
    {
        var normalized = accounts.NormalizeEmail(email);
        return db.InTransactionAsync(
            async token =>
            {
                var account = await db
                    .Accounts.FromSql($"SELECT * FROM accounts WHERE normalized_email = {normalized} FOR UPDATE")
                    .SingleOrDefaultAsync(token);
                return await MatchesAsync(account, password, token) ? account?.Id : null;
            },
            ct
        );
    }

    private async Task<bool> MatchesAsync(Account? account, string password, CancellationToken ct)
    {
        if (account?.PasswordHash is null || await accounts.IsLockedOutAsync(account))
        {
            // As much work as for a real one, so that the time taken tells nothing.
            decoy.Compare(password);
            return false;
        }

        var matches = await accounts.CheckPasswordAsync(account, password);
        if (matches)
        {
            await accounts.ResetAccessFailedCountAsync(account);
        }
        else
        {
            await CountFailureAsync(account);
        }

        await db.SaveChangesAsync(ct);
        return matches;
    }

    private async Task CountFailureAsync(Account account)
    {
        await accounts.AccessFailedAsync(account);
        if (await accounts.IsLockedOutAsync(account))
        {
            db.Audit(new AuditFact("account.locked-out", "person", account.Id, null, clock.GetUtcNow()));
        }
    }
}
