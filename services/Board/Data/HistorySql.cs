using FlowPlatform.Board.Domain.Cards;
using Npgsql;
using static FlowPlatform.Board.Data.BoardSql;

namespace FlowPlatform.Board.Data;

/// <summary>The statements that write the history: transitions, and blockers with their beginning and end.</summary>
internal static class HistorySql
{
    internal static void AddTransitions(
        NpgsqlBatchCommandCollection commands,
        LockedBoard board,
        CardChange change,
        Act act
    )
    {
        for (var index = 0; index < change.Facts.Count; index++)
        {
            var fact = change.Facts[index];
            commands.Add(
                Command(
                    """
                    INSERT INTO transition (board_id, sequence, card_id, card_version, kind, from_column, to_column,
                        blocker_id, reason, note, owners, workflow_version, at, by)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
                    """,
                    Uuid(board.Id),
                    Number(board.Version + index + 1),
                    Uuid(change.After.Id),
                    Number(change.Before.Version + index + 1),
                    Name(fact.Kind),
                    Uuid(fact.FromColumn),
                    Uuid(fact.ToColumn),
                    Uuid(fact.BlockerId),
                    Text(fact.Reason),
                    Text(fact.Note),
                    Uuids(fact.Owners),
                    Number(board.Workflow.Version),
                    Instant(act.At),
                    Uuid(act.By)
                )
            );
        }
    }

    internal static void AddBlockers(NpgsqlBatchCommandCollection commands, CardChange change, Act act)
    {
        foreach (var fact in change.Facts.Where(fact => fact.Kind == TransitionKind.Blocked))
        {
            commands.Add(
                Command(
                    """
                    INSERT INTO blocker (id, card_id, reason, note, raised_at, raised_by)
                    VALUES ($1, $2, $3, $4, $5, $6)
                    """,
                    Uuid(fact.BlockerId),
                    Uuid(change.After.Id),
                    Text(fact.Reason),
                    Text(fact.Note),
                    Instant(act.At),
                    Uuid(act.By)
                )
            );
        }

        var resolved = change.Before.OpenBlockers.Except(change.After.OpenBlockers).ToList();
        if (resolved.Count > 0)
        {
            commands.Add(
                Command(
                    "UPDATE blocker SET resolved_at = $2, resolved_by = $3 WHERE id = ANY($1)",
                    Uuids(resolved),
                    Instant(act.At),
                    Uuid(act.By)
                )
            );
        }
    }
}
