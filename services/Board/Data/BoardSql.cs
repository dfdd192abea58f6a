using Npgsql;
using NpgsqlTypes;

namespace FlowPlatform.Board.Data;

/// <summary>
/// The statements that read what an admission depends on. Each parameter has its type, so that plans are reused.
/// </summary>
internal static class BoardSql
{
    // An advisory lock and not FOR UPDATE: those who wait do not chase the new versions of a busy row.
    internal const string LockBoard = "SELECT pg_advisory_xact_lock(hashtextextended('board' || $1::text, 0))";
    internal const string LockBoardOfCard =
        "SELECT pg_advisory_xact_lock(hashtextextended('board' || board_id::text, 0)) FROM card WHERE id = $1";

    private const string BoardColumns =
        "SELECT id, team_id, name, version, workflow_version, order_version FROM board WHERE id = ";

    private const string CardColumns = """
        SELECT c.id, c.board_id, c.key, c.title, c.customer_id, c.requester_id, c.category, c.class_of_service,
            c.due_date, c.is_regulated, c.rank, c.outcome_id, c.column_id, c.position, c.accepted_at, c.committed_at,
            c.started_at,
            c.finished_at, c.abandoned_at, c.reopen_count, c.version,
            ARRAY(SELECT person_id FROM avatar_token WHERE card_id = c.id ORDER BY placed_at, ordinal) AS owners,
            ARRAY(SELECT id FROM blocker WHERE card_id = c.id AND resolved_at IS NULL ORDER BY id) AS blockers,
            c.is_regulated
                AND EXISTS(SELECT 1 FROM change_copy WHERE work_item_id = c.id AND is_approved) AS is_approved,
            c.tags, c.ai_assistance, c.archived_at, c.whole_id, c.open_parts
        FROM card c
        """;

    private const string Cells = "SELECT column_id, category, class_of_service, cards FROM occupancy WHERE board_id = ";

    internal const string LockPeople =
        "SELECT pg_advisory_xact_lock(hashtextextended('avatars' || person::text, 0)) FROM unnest($1) AS person";
    internal const string ReadBoard = BoardColumns + "$1";
    internal const string ReadBoardOfCard = BoardColumns + "(SELECT board_id FROM card WHERE id = $1)";
    internal const string ReadCard = CardColumns + " WHERE c.id = $1";
    internal const string ReadCards = CardColumns + " WHERE c.id = ANY($1)";
    internal const string ReadShownCards =
        CardColumns
        + " WHERE c.board_id = $1 AND c.column_id IS NOT NULL AND (c.finished_at IS NULL OR c.finished_at >= $2) "
        + "AND c.archived_at IS NULL ORDER BY c.position, c.id";

    // A part that ends counts at its whole, without a transition of the whole.
    internal const string ReadChangedCards =
        CardColumns
        + """
             WHERE c.id = ANY(ARRAY(
                SELECT card_id FROM transition WHERE board_id = $1 AND sequence > $2 AND card_id IS NOT NULL
                UNION
                SELECT part.whole_id FROM transition t JOIN card part ON part.id = t.card_id
                WHERE t.board_id = $1 AND t.sequence > $2 AND part.whole_id IS NOT NULL))
            """;
    internal const string ReadVersion = "SELECT version FROM board WHERE id = $1";
    internal const string ReadCells = Cells + "$1";
    internal const string ReadCellsOfCard = Cells + "(SELECT board_id FROM card WHERE id = $1)";

    // Absent people come along as rows without an ordinal.
    internal const string ReadAvatars = """
        SELECT person_id, ordinal, card_id FROM avatar_token WHERE person_id = ANY($1)
        UNION ALL
        SELECT person_id, NULL, NULL FROM absence WHERE person_id = ANY($1) AND (until IS NULL OR until > $2)
        """;

    internal static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    internal static NpgsqlBatch Batch(params ReadOnlySpan<NpgsqlBatchCommand> commands)
    {
        var batch = new NpgsqlBatch();
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    internal static NpgsqlParameter Uuid(Guid? value) => Of(NpgsqlDbType.Uuid, value);

    internal static NpgsqlParameter Uuids(IReadOnlyCollection<Guid>? values) =>
        Of(NpgsqlDbType.Array | NpgsqlDbType.Uuid, values?.ToArray());

    internal static NpgsqlParameter Text(string? value) => Of(NpgsqlDbType.Text, value);

    internal static NpgsqlParameter Texts(IReadOnlyCollection<string> values) =>
        Of(NpgsqlDbType.Array | NpgsqlDbType.Text, values.ToArray());

    internal static NpgsqlParameter Name(Enum value) => Of(NpgsqlDbType.Text, value.ToString());

    internal static NpgsqlParameter Number(int value) => new NpgsqlParameter<int> { TypedValue = value };

    internal static NpgsqlParameter Number(long value) => new NpgsqlParameter<long> { TypedValue = value };

    internal static NpgsqlParameter Number(double value) => new NpgsqlParameter<double> { TypedValue = value };

    internal static NpgsqlParameter Numbers(IReadOnlyCollection<int> values) =>
        Of(NpgsqlDbType.Array | NpgsqlDbType.Integer, values.ToArray());

    internal static NpgsqlParameter Truth(bool value) => new NpgsqlParameter<bool> { TypedValue = value };

    internal static NpgsqlParameter Date(DateOnly? value) => Of(NpgsqlDbType.Date, value);

    internal static NpgsqlParameter Instant(DateTimeOffset? value) => Of(NpgsqlDbType.TimestampTz, value);

    private static NpgsqlParameter Of(NpgsqlDbType type, object? value) =>
        new() { NpgsqlDbType = type, Value = value ?? DBNull.Value };
}
