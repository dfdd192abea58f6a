using FlowPlatform.Identity.Data.Accounts;
using FlowPlatform.Identity.Features.Passwords;
using Microsoft.AspNetCore.Identity;

namespace FlowPlatform.Identity.Features.Tokens;

internal static class TokenSetup
{
    internal static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddIdentityCore<Account>(identity =>
            {
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
                identity.Password.RequiredLength = PasswordRules.Shortest;
                identity.Password.RequiredUniqueChars = PasswordRules.DistinctCharacters;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                // The name is the e-mail address, whose form the domain has checked.
                identity.User.AllowedUserNameCharacters = "";
            })
            .AddUserStore<AccountStore>();
        builder.Services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        builder.Services.AddSingleton<DecoyPassword>();
        builder.Services.AddScoped<PasswordCheck>().AddScoped<PasswordSetter>();
        builder.Services.AddScoped<PasswordChange>().AddScoped<PasswordRedemption>();
    }

    internal static void AddTokens(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddOptions<SignInOptions>()
            .BindConfiguration(SignInOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<SignInLimits>().AddSingleton<TokenIssuer>().AddSingleton<IdentityMetrics>();
        builder.Services.AddScoped<Sessions>().AddScoped<Grants>();
        builder.Services.AddHostedService<TokenSweeper>();
    }
}
