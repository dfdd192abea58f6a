using FlowPlatform.Board.Domain.Cards;
using Npgsql;

namespace FlowPlatform.Board.Data;

/// <summary>
/// Writes changes of cards of a board in one round trip: cards, avatars, blockers, counts, history, and the messages
/// and the audit facts that tell of them. Returns the board as it stands after, for acts on several cards.
/// </summary>
internal sealed class CardWriter(BoardDbContext db)
{
    internal async Task<LockedBoard> WriteAsync(LockedBoard board, CardChange change, Act act, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch();
        var after = Add(batch.BatchCommands, board, change, act);
        await SaveAsync(batch, after, ct);
        return after;
    }

    /// <summary>Adds the statements of one change; all of them are written by <see cref="SaveAsync"/>.</summary>
    internal LockedBoard Add(NpgsqlBatchCommandCollection commands, LockedBoard board, CardChange change, Act act)
    {
        var after = board.After(change);
        CardMessages.Record(db, board, change, act);
        CapacityMessages.RecordIfChanged(db, board, after, act.At);
        commands.Add(change.IsNew ? WriteSql.InsertCard(change.After) : WriteSql.UpdateCard(change.After));
        if (change.Before.ColumnId != change.After.ColumnId)
        {
            WriteSql.AddCounts(commands, change);
        }

        foreach (var person in change.AvatarsFreed)
        {
            commands.Add(WriteSql.FreeAvatar(person, change.After.Id));
        }

        foreach (var person in change.AvatarsPlaced)
        {
            commands.Add(WriteSql.PlaceAvatar(person, board.FreeOrdinalOf(person), change.After.Id, act.At));
        }

        MarkSql.Add(commands, change);
        HistorySql.AddBlockers(commands, change, act);
        HistorySql.AddTransitions(commands, board, change, act);
        return after;
    }

    /// <summary>Writes what was added, and the version of the board after all of it.</summary>
    internal async Task SaveAsync(NpgsqlBatch batch, LockedBoard after, CancellationToken ct)
    {
        batch.BatchCommands.Add(WriteSql.BoardVersion(after.Id, after.Version));
        await db.ExecuteAsync(batch, ct);
        db.WillChange(after.Id);
    }

    /// <summary>
    /// The same, and commits in the same round trip; see <see cref="BoardDbContext.InShortTransactionAsync{T}"/>.
    /// </summary>
    internal async Task SaveAndCommitAsync(NpgsqlBatch batch, LockedBoard after, CancellationToken ct)
    {
        batch.BatchCommands.Add(WriteSql.BoardVersion(after.Id, after.Version));
        db.AddPendingTo(batch);
        batch.BatchCommands.Add(new("COMMIT"));
        await db.ExecuteAsync(batch, ct);
        db.WillChange(after.Id);
        db.RaiseChanged();
    }
}

/// <summary>Who did it, and when.</summary>
internal readonly record struct Act(Guid By, DateTimeOffset At);
