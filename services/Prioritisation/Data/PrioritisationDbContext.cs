using FlowPlatform.Prioritisation.Domain.Copies;
using FlowPlatform.Prioritisation.Domain.Ledger;
using FlowPlatform.Prioritisation.Domain.Methods;
using FlowPlatform.Prioritisation.Domain.Options;
using FlowPlatform.Prioritisation.Domain.Outcomes;
using FlowPlatform.Prioritisation.Domain.Sessions;
using FlowPlatform.Prioritisation.Domain.Values;
using FlowPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FlowPlatform.Prioritisation.Data;

internal sealed class PrioritisationDbContext(DbContextOptions<PrioritisationDbContext> options)
    : ServiceDbContext(options)
{
    private static readonly Func<PrioritisationDbContext, Guid, CancellationToken, Task<Option?>> OptionById =
        EF.CompileAsyncQuery(
            (PrioritisationDbContext db, Guid id, CancellationToken _) =>
                db.Options.SingleOrDefault(option => option.Id == id)
        );

    public DbSet<Option> Options => Set<Option>();

    public DbSet<ReplenishmentSession> Sessions => Set<ReplenishmentSession>();

    public DbSet<ReplenishmentOutcome> Outcomes => Set<ReplenishmentOutcome>();

    public DbSet<LedgerAccount> Accounts => Set<LedgerAccount>();

    public DbSet<CategoryAccount> CategoryAccounts => Set<CategoryAccount>();

    public DbSet<ValueReview> ValueReviews => Set<ValueReview>();

    public DbSet<BoardCapacity> Boards => Set<BoardCapacity>();

    public DbSet<TeamCopy> Teams => Set<TeamCopy>();

    public DbSet<CustomerCopy> Customers => Set<CustomerCopy>();

    public DbSet<PersonCopy> People => Set<PersonCopy>();

    /// <summary>The option, to be changed; compiled once, since most messages begin with it.</summary>
    public Task<Option?> FindOptionAsync(Guid id, CancellationToken cancellationToken) =>
        OptionById(this, id, cancellationToken);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Fraction>().HaveConversion<FractionText>();
    }

    /// <summary>Exact, and readable in the database: "4/5".</summary>
    private sealed class FractionText() : ValueConverter<Fraction, string>(f => f.ToString(), s => Fraction.Parse(s));
}
