using FlowPlatform.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace FlowPlatform.ServiceDefaults.Data;

/// <summary>The hot paths: batches of SQL on the connection and in the transaction of the context.</summary>
public abstract partial class ServiceDbContext
{
    private readonly List<PendingMessage> _settled = [];
    private IDbContextTransaction? _settledIn;

    /// <summary>
    /// Runs a batch on this context's connection: in its transaction, else in one of its own; one round trip. Pending messages go along.
    /// For hot paths that need no change tracking.
    /// </summary>
    public async Task ExecuteAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        await using (var reader = await ReadAsync(batch, cancellationToken))
        {
            while (await reader.NextResultAsync(cancellationToken))
            {
                // Each result is visited, so that an error of any command surfaces here.
            }
        }

        WakeOutbox();
        TellIfCommitted();
    }

    /// <summary>Like <see cref="ExecuteAsync"/>, for a batch whose results are read. Dispose the reader before anything else runs.</summary>
    public async Task<NpgsqlDataReader> ReadAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ForgetEarlierLease();
        await Database.OpenConnectionAsync(cancellationToken);
        batch.Connection = (NpgsqlConnection)Database.GetDbConnection();
        batch.Transaction = (NpgsqlTransaction?)Database.CurrentTransaction?.GetDbTransaction();
        AddPendingTo(batch);
        return await batch.ExecuteReaderAsync(cancellationToken);
    }

    /// <summary>Adds the pending messages to a batch now: for one that goes on after them, with its own COMMIT.</summary>
    public void AddPendingTo(NpgsqlBatch batch)
    {
        SettlePending();
        AddSettledTo(batch);
    }

    /// <summary>Messages that were saved in the present transaction, and are written with its COMMIT.</summary>
    internal bool HasSettled => _settled.Count > 0 && _settledIn == Database.CurrentTransaction;

    /// <summary>Writes them and commits, in one round trip.</summary>
    internal async Task CommitWithSettledAsync(CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)Database.GetDbConnection());
        AddSettledTo(batch);
        batch.BatchCommands.Add(new("COMMIT"));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    // What an earlier transaction saved and never committed is lost with it.
    private void SettlePending()
    {
        if (_settledIn != Database.CurrentTransaction)
        {
            _settled.Clear();
            _settledIn = Database.CurrentTransaction;
        }

        _settled.AddRange(_pending);
        _pending.Clear();
    }

    private void AddSettledTo(NpgsqlBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (HasSettled)
        {
            batch.BatchCommands.Add(OutboxSql.Insert(_settled));
            _settled.Clear();
            HasUndispatched = true;
        }
    }

    /// <summary>Set when outbox rows were written; the dispatcher is woken once they are committed.</summary>
    internal bool HasUndispatched { get; set; }

    /// <summary>Wakes the dispatcher where a batch ran outside of a transaction; inside one the commit does it.</summary>
    public void WakeOutbox()
    {
        if (HasUndispatched && Database.CurrentTransaction is null)
        {
            HasUndispatched = false;
            ApplicationService<OutboxSignal>().Wake();
        }
    }
}
