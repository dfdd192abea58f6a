using System.Diagnostics.CodeAnalysis;
using FlowPlatform.ServiceDefaults.Audit;
using FlowPlatform.ServiceDefaults.Idempotency;
using FlowPlatform.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace FlowPlatform.ServiceDefaults.Data;

/// <summary>
/// The database of a service: its own sets, and the outbox, inbox and idempotent answers that every service has alike.
/// What is given to <see cref="Publish{T}"/> and <see cref="Audit"/> goes with the next save, in its transaction, in order.
/// </summary>
public abstract partial class ServiceDbContext : DbContext
{
    private readonly List<PendingMessage> _pending = [];
    private readonly IServiceProvider? _application;

    [SuppressMessage("Design", "MA0056", Justification = "No context of a service overrides Database.")]
    protected ServiceDbContext(DbContextOptions options)
        : base(options)
    {
        ArgumentNullException.ThrowIfNull(options);
        // From the options, which all contexts share: asking the context itself would make its whole inner container.
        _application = options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider;
        // A failed save ends its transaction, always: nobody goes on from a savepoint, and each would be two round trips.
        Database.AutoSavepointsEnabled = false;
    }

    /// <summary>Records an event; it is published as soon as the transaction has committed.</summary>
    public void Publish<T>(T message)
        where T : class
    {
        ForgetEarlierLease();
        _pending.Add(PendingMessage.From(message));
    }

    /// <summary>Records a fact for the audit log, in the transaction of the change that it tells of.</summary>
    public void Audit(AuditFact fact) =>
        Publish(AuditFacts.ToMessage(fact, ApplicationService<ServiceIdentity>().Name));

    /// <summary>Runs the work in one transaction: in the present one where there is one, so that idempotent requests and consumers stay whole.</summary>
    public async Task<T> InTransactionAsync<T>(
        Func<CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(work);
        if (Database.CurrentTransaction is not null)
        {
            return await work(cancellationToken);
        }

        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var result = await work(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        ForgetEarlierLease();
        return _pending.Count > 0 && Database.CurrentTransaction is null
            ? await InTransactionAsync(ct => SaveAsync(acceptAllChangesOnSuccess, ct), cancellationToken)
            : await SaveAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private async Task<int> SaveAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        SettlePending();
        TellIfCommitted();
        return written;
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Save with SaveChangesAsync: events and changes commit together there.");

    /// <summary>A singleton of the application: the context belongs to no request's container.</summary>
    private T ApplicationService<T>()
        where T : notnull => _application!.GetRequiredService<T>(); // null in the design-time tools alone, which write nothing

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
        modelBuilder.ApplyConfiguration(new OutboxMessageConfiguration());
        modelBuilder.ApplyConfiguration(new InboxMessageConfiguration());
        modelBuilder.ApplyConfiguration(new IdempotentAnswerConfiguration());
        SnakeCase.Apply(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }
}
