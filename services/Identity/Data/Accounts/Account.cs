using Microsoft.AspNetCore.Identity;

namespace FlowPlatform.Identity.Data.Accounts;

/// <summary>How a person signs in: password hash and lockout, apart from what the organisation knows of them.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    public static Account For(Guid personId, string email, ILookupNormalizer normalizer)
    {
        var account = new Account
        {
            Id = personId,
            LockoutEnabled = true,
            SecurityStamp = Guid.CreateVersion7().ToString("N"),
        };
        account.MoveTo(email, normalizer);
        return account;
    }

    public void MoveTo(string email, ILookupNormalizer normalizer)
    {
        (Email, UserName) = (email, email);
        (NormalizedEmail, NormalizedUserName) = (normalizer.NormalizeEmail(email), normalizer.NormalizeName(email));
    }
}
