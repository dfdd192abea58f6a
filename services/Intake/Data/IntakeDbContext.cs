using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.Intake.Features.Copies;
using FlowPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Data;

internal sealed class IntakeDbContext(DbContextOptions<IntakeDbContext> options) : ServiceDbContext(options)
{
    public const string NumberSequence = "request_number";

    /// <summary>Numbers are taken in blocks, so that submitting needs no round trip for one. Gaps are harmless.</summary>
    public const int NumberBlock = 50;

    private static readonly Func<IntakeDbContext, Guid, CancellationToken, Task<WorkRequest?>> RequestById =
        EF.CompileAsyncQuery(
            (IntakeDbContext db, Guid id, CancellationToken _) =>
                db.Requests.SingleOrDefault(request => request.Id == id)
        );

    public DbSet<WorkRequest> Requests => Set<WorkRequest>();
    public DbSet<RequestHistoryEntry> History => Set<RequestHistoryEntry>();
    public DbSet<RequestComment> Comments => Set<RequestComment>();
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<ImportRejection> Rejections => Set<ImportRejection>();
    public DbSet<ImportChunk> Chunks => Set<ImportChunk>();
    public DbSet<CustomerCopy> Customers => Set<CustomerCopy>();
    public DbSet<TeamCopy> Teams => Set<TeamCopy>();
    public DbSet<PersonCopy> People => Set<PersonCopy>();

    /// <summary>The request, to be changed; compiled once, since every act and every message of the board begins with it.</summary>
    public Task<WorkRequest?> FindRequestAsync(Guid requestId, CancellationToken cancellationToken) =>
        RequestById(this, requestId, cancellationToken);

    /// <summary>The import, kept from changing until the present transaction ends.</summary>
    public async Task<Import?> LockImportAsync(Guid importId, CancellationToken cancellationToken)
    {
        await Database.ExecuteSqlAsync($"SELECT FROM import WHERE id = {importId} FOR UPDATE", cancellationToken);
        return await Imports.SingleOrDefaultAsync(import => import.Id == importId, cancellationToken);
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        foreach (var entry in ChangeTracker.Entries<WorkRequest>())
        {
            History.AddRange(entry.Entity.TakeNewHistory());
        }

        NoteChanged();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>A request changed, or came: its own stream and those of the lists are woken after the commit.</summary>
    public void WillChangeRequest(Guid requestId)
    {
        WillChange(requestId);
        WillChange(LiveSubjects.Requests);
    }

    private void NoteChanged()
    {
        foreach (var entry in ChangeTracker.Entries().Where(entry => entry.State is not EntityState.Unchanged))
        {
            switch (entry.Entity)
            {
                case WorkRequest request:
                    WillChangeRequest(request.Id);
                    break;
                case RequestComment comment:
                    WillChangeRequest(comment.RequestId);
                    break;
                case Import import:
                    WillChange(import.Id);
                    WillChange(LiveSubjects.Imports);
                    break;
            }
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasPostgresExtension("pg_trgm");
        modelBuilder.HasSequence<long>(NumberSequence).StartsAt(101).IncrementsBy(NumberBlock);
        base.OnModelCreating(modelBuilder);
    }
}
