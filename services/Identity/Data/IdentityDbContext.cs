using FlowPlatform.Identity.Data.Accounts;
using FlowPlatform.Identity.Domain.AccessTokens;
using FlowPlatform.Identity.Domain.Customers;
using FlowPlatform.Identity.Domain.Functions;
using FlowPlatform.Identity.Domain.Keys;
using FlowPlatform.Identity.Domain.People;
using FlowPlatform.Identity.Domain.Sessions;
using FlowPlatform.Identity.Domain.Teams;
using FlowPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Data;

internal sealed class IdentityDbContext(DbContextOptions<IdentityDbContext> options) : ServiceDbContext(options)
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Function> Functions => Set<Function>();
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<RefreshFamily> RefreshFamilies => Set<RefreshFamily>();
    public DbSet<RefreshToken> RefreshTokens => Set<RefreshToken>();
    public DbSet<PersonalAccessToken> AccessTokens => Set<PersonalAccessToken>();
    public DbSet<PasswordReset> PasswordResets => Set<PasswordReset>();
    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();
}
