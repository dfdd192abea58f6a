namespace FlowPlatform.Board.Data.Flow;

/// <summary>The statements that keep flow_item and flow_block beside the history.</summary>
internal static class FlowSql
{
    internal const string Lock = "SELECT pg_advisory_xact_lock(hashtextextended('flow' || $1::text, 0))";
    internal const string Touched = """
        SELECT DISTINCT card_id FROM transition
        WHERE board_id = $1 AND sequence > $2 AND sequence <= $3 AND card_id IS NOT NULL
        """;
    internal const string Forget = "DELETE FROM flow_item WHERE card_id = ANY($1) RETURNING ended_month";
    internal const string Advance = """
        INSERT INTO flow_progress (board_id, sequence) VALUES ($1, $2)
        ON CONFLICT (board_id) DO UPDATE SET sequence = excluded.sequence
        """;
    internal const string ForgetMonths = "DELETE FROM flow_block WHERE board_id = $1 AND month = ANY($2)";
    internal const string CountMonths = """
        INSERT INTO flow_block (board_id, month, category, class_of_service, furthest, is_finished, items, stamp)
        SELECT board_id, ended_month, category, class_of_service,
            coalesce(furthest, '00000000-0000-0000-0000-000000000000'), finished_at IS NOT NULL, count(*), $3
        FROM flow_item WHERE board_id = $1 AND ended_month = ANY($2) GROUP BY 1, 2, 3, 4, 5, 6
        """;
}
