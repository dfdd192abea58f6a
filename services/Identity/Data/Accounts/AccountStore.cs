using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace FlowPlatform.Identity.Data.Accounts;

/// <summary>The framework's store without its own saves: a slice saves once, with its events.</summary>
internal sealed class AccountStore : UserOnlyStore<Account, Data.IdentityDbContext, Guid>
{
    public AccountStore(Data.IdentityDbContext db, IdentityErrorDescriber describer)
        : base(db, describer)
    {
        AutoSaveChanges = false;
    }
}
