using System.Security.Cryptography;
using FlowPlatform.Identity.Data.Accounts;
using Microsoft.AspNetCore.Identity;

namespace FlowPlatform.Identity.Features.Tokens;

/// <summary>A hash nobody has the password of, to compare with where there is no account.</summary>
internal sealed class DecoyPassword(IPasswordHasher<Account> hasher)
{
    private readonly Account _nobody = new();
    private readonly Lazy<string> _hash = new(() =>
        hasher.HashPassword(new Account(), Convert.ToHexString(RandomNumberGenerator.GetBytes(16)))
    );

    public void Compare(string password) => hasher.VerifyHashedPassword(_nobody, _hash.Value, password);
}
