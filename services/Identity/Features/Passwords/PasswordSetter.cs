using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Data.Accounts;
using FlowPlatform.Identity.Domain.Sessions;
using FlowPlatform.Identity.Features.Tokens;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Passwords;

/// <summary>Gives an account a new password: ends its sessions, its lockout and its other reset links.</summary>
internal sealed class PasswordSetter(
    IdentityDbContext db,
    UserManager<Account> accounts,
    Sessions sessions,
    TimeProvider clock
)
{
    public const string Refused = "identity.password-refused";

    /// <summary>Saves in the caller's transaction, or changes nothing when the password is refused.</summary>
    public async Task<Result> SetAsync(Account account, string password, string action, CancellationToken ct)
    {
        if (await RefusalAsync(account, password) is { } refusal)
        {
            return refusal;
        }

        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        account.SecurityStamp = Guid.CreateVersion7().ToString("N");
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
        await sessions.EndAllAsync(account.Id, RevocationReason.PasswordChanged, ct);
        await db.PasswordResets.Where(reset => reset.PersonId == account.Id).ExecuteDeleteAsync(ct);
        db.Audit(new AuditFact(action, "person", account.Id, account.Id, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return Result.Ok;
    }

    private async Task<Error?> RefusalAsync(Account account, string password)
    {
        var found = new List<Violation>();
        foreach (var validator in accounts.PasswordValidators)
        {
            var verdict = await validator.ValidateAsync(accounts, account, password);
            found.AddRange(verdict.Errors.Select(error => new Violation(error.Code, error.Description)));
        }

        // Validators know no other field; an address as a password is the first guess.
        if (account.Email is { } email && password.Contains(email, StringComparison.OrdinalIgnoreCase))
        {
            found.Add(new Violation("PasswordHoldsEmail", "The password must not hold the e-mail address."));
        }

        return found.Count == 0
            ? null
            : new Error(Refused, string.Join(" ", found.Select(violation => violation.Message)), ErrorKind.Invalid)
            {
                Violations = [.. found.Select(violation => violation with { Scope = "password" })],
            };
    }
}
