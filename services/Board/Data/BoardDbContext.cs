using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Live;
using FlowPlatform.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FlowPlatform.Board.Data;

/// <summary>
/// The database of Board. Boards, policies and copies go through these sets; what happens to cards goes through
/// <see cref="BoardLock"/> and <see cref="CardWriter"/>, in two round trips.
/// </summary>
internal sealed class BoardDbContext(DbContextOptions<BoardDbContext> options) : ServiceDbContext(options)
{
    private readonly HashSet<Guid> _changedBoards = [];

    public DbSet<BoardRow> Boards => Set<BoardRow>();
    public DbSet<WorkflowRow> Workflows => Set<WorkflowRow>();
    public DbSet<CardRow> Cards => Set<CardRow>();
    public DbSet<OccupancyRow> Occupancy => Set<OccupancyRow>();
    public DbSet<AvatarTokenRow> AvatarTokens => Set<AvatarTokenRow>();
    public DbSet<BlockerRow> Blockers => Set<BlockerRow>();
    public DbSet<TransitionRow> Transitions => Set<TransitionRow>();
    public DbSet<ExperimentRow> Experiments => Set<ExperimentRow>();
    public DbSet<FlowItemRow> FlowItems => Set<FlowItemRow>();
    public DbSet<FlowBlockRow> FlowBlocks => Set<FlowBlockRow>();
    public DbSet<FlowProgressRow> FlowProgress => Set<FlowProgressRow>();
    public DbSet<CommentRow> Comments => Set<CommentRow>();
    public DbSet<ChecklistItemRow> Checklist => Set<ChecklistItemRow>();
    public DbSet<AttachmentRow> Attachments => Set<AttachmentRow>();
    public DbSet<WatcherRow> Watchers => Set<WatcherRow>();
    public DbSet<CardTextRow> CardTexts => Set<CardTextRow>();
    public DbSet<AbsenceRow> Absences => Set<AbsenceRow>();
    public DbSet<RefusedWorkRow> RefusedWork => Set<RefusedWorkRow>();
    public DbSet<PersonCopy> People => Set<PersonCopy>();
    public DbSet<TeamCopy> Teams => Set<TeamCopy>();
    public DbSet<ChangeCopy> Changes => Set<ChangeCopy>();

    /// <summary>The streams of this board are woken once the transaction has committed, and not before.</summary>
    internal void WillChange(Guid boardId)
    {
        ForgetEarlierLease();
        _changedBoards.Add(boardId);
    }

    internal void RaiseChanged()
    {
        ForgetEarlierLease();
        var signal = ApplicationService<BoardSignal>();
        foreach (var board in _changedBoards)
        {
            signal.Raise(board);
        }

        _changedBoards.Clear();
    }

    /// <summary>
    /// A transaction for SQL alone, whose COMMIT is the last command of its last batch: a round trip less under the
    /// board's lock. Without one it is rolled back.
    /// </summary>
    internal async Task<T> InShortTransactionAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        await Database.OpenConnectionAsync(ct);
        try
        {
            var connection = (NpgsqlConnection)Database.GetDbConnection();
            await using var transaction = await connection.BeginTransactionAsync(ct);
            return await work(ct);
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        // An index over a board and a range of time needs it.
        modelBuilder.HasPostgresExtension("btree_gist");
    }

    protected override void Forget()
    {
        base.Forget();
        _changedBoards.Clear();
    }
}
