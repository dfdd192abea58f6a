using FlowPlatform.ChangeApproval.Domain.AuditLog;
using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Controls;
using FlowPlatform.ChangeApproval.Domain.Copies;
using FlowPlatform.ChangeApproval.Domain.Delegations;
using FlowPlatform.ChangeApproval.Domain.Deployments;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ChangeApproval.Domain.Verification;
using FlowPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Data;

internal sealed class ChangesDbContext(DbContextOptions<ChangesDbContext> options) : ServiceDbContext(options)
{
    internal const string ChangeNumbers = "change_number";

    /// <summary>What live streams of all changes follow.</summary>
    internal static readonly Guid AllChanges = new("01900000-0000-7000-9000-000000000003");

    public DbSet<ChangeRequest> Changes => Set<ChangeRequest>();
    public DbSet<RefusedAttempt> RefusedAttempts => Set<RefusedAttempt>();
    public DbSet<ChangeModel> Models => Set<ChangeModel>();
    public DbSet<ModelVersion> ModelVersions => Set<ModelVersion>();
    public DbSet<ModelVerification> Verifications => Set<ModelVerification>();
    public DbSet<ControlSet> ControlSets => Set<ControlSet>();
    public DbSet<ControlSetVersion> ControlSetVersions => Set<ControlSetVersion>();
    public DbSet<Delegation> Delegations => Set<Delegation>();
    public DbSet<ChangeAuthority> Authorities => Set<ChangeAuthority>();
    public DbSet<DeploymentPermit> Permits => Set<DeploymentPermit>();
    public DbSet<DeploymentRecord> Deployments => Set<DeploymentRecord>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<WorkItem> WorkItems => Set<WorkItem>();
    public DbSet<LogEntry> LogEntries => Set<LogEntry>();
    public DbSet<LogNode> LogNodes => Set<LogNode>();
    public DbSet<TreeHead> TreeHeads => Set<TreeHead>();
    public DbSet<LogKey> LogKeys => Set<LogKey>();

    /// <summary>An act moves a change to its next version: its own stream and that of the list are woken after the commit.</summary>
    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        foreach (
            var entry in ChangeTracker
                .Entries<ChangeRequest>()
                .Where(entry => entry.State is EntityState.Added or EntityState.Modified)
        )
        {
            WillChange(entry.Entity.Id);
            WillChange(AllChanges);
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasSequence<long>(ChangeNumbers).StartsAt(1);
        base.OnModelCreating(modelBuilder);
    }

    /// <summary>The change with all that its rules look at, locked: acts on one change happen one after the other.</summary>
    internal async Task<ChangeRequest?> LockChangeAsync(Guid id, CancellationToken ct)
    {
        await Database.ExecuteSqlAsync($"SELECT 1 FROM change_request WHERE id = {id} FOR UPDATE", ct);
        return await WholeChanges().SingleOrDefaultAsync(change => change.Id == id, ct);
    }

    internal IQueryable<ChangeRequest> WholeChanges() =>
        Changes
            .Include(change => change.Revisions)
            .Include(change => change.Sides)
            .Include(change => change.Duties)
            .Include(change => change.Verdicts)
            .Include(change => change.CarryOvers)
            .Include(change => change.Evidence)
            .AsSplitQuery();

    internal async Task<long> NextChangeNumberAsync(CancellationToken ct) =>
        await Database.SqlQuery<long>($"SELECT nextval('change_number') AS \"Value\"").SingleAsync(ct);
}
