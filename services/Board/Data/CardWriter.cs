using FlowPlatform.Board.Domain.Cards;
using Npgsql;

namespace FlowPlatform.Board.Data;

/// <summary>
/// Writes a change of a card in one round trip: card, avatars, blockers, counts, history, and the messages and the
/// audit fact that tell of it. Returns the board as it stands after, for acts on several cards.
/// </summary>
internal sealed class CardWriter(BoardDbContext db)
{
    internal async Task<LockedBoard> WriteAsync(LockedBoard board, CardChange change, Act act, CancellationToken ct)
    {
        var after = board.After(change);
        CardMessages.Record(db, board, change, act);
        CapacityMessages.RecordIfChanged(db, board, after, act.At);
        await using var batch = new NpgsqlBatch();
        AddCommands(batch.BatchCommands, board, after, change, act);
        await db.ExecuteAsync(batch, ct);
        db.WillChange(board.Id);
        return after;
    }

    private static void AddCommands(
        NpgsqlBatchCommandCollection commands,
        LockedBoard board,
        LockedBoard after,
        CardChange change,
        Act act
    )
    {
        commands.Add(WriteSql.BoardVersion(board.Id, after.Version));
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
    }
}

/// <summary>Who did it, and when.</summary>
internal readonly record struct Act(Guid By, DateTimeOffset At);
