using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.History;
using Npgsql;
using NpgsqlTypes;

namespace FlowPlatform.Board.Data;

/// <summary>
/// Writes many cards with their histories by COPY. The board's row, whose version and counts follow from them, is written last.
/// </summary>
internal static class HistoryCopy
{
    /// <summary>Adds cards behind those that the board, of this version, has already.</summary>
    internal static async Task WriteCardsAsync(
        NpgsqlConnection connection,
        LockedBoard board,
        List<(CardState Card, IReadOnlyList<DatedFact> Facts)> cards,
        Act act,
        CancellationToken ct
    )
    {
        await CardsAsync(connection, cards.Select(card => card.Card), board.Version, ct);
        await TransitionsAsync(connection, board, cards, act, ct);
        await BlockerCopy.WriteAsync(connection, cards, act, ct);
    }

    internal static async Task WriteBoardAsync(NpgsqlConnection connection, LockedBoard board, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(WriteSql.BoardVersion(board.Id, board.Version));
        batch.BatchCommands.Add(MarkSql.AddWordsOf(board.Id));
        foreach (var cell in board.Occupancy.Cells)
        {
            batch.BatchCommands.Add(WriteSql.SetCount(board.Id, cell));
        }

        await batch.ExecuteNonQueryAsync(ct);
    }

    private static async Task CardsAsync(
        NpgsqlConnection connection,
        IEnumerable<CardState> cards,
        long position,
        CancellationToken ct
    )
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            COPY card (id, board_id, key, title, customer_id, category, class_of_service, is_regulated, rank, column_id,
                position, accepted_at, committed_at, started_at, finished_at, abandoned_at, reopen_count, version)
            FROM STDIN (FORMAT BINARY)
            """,
            ct
        );
        foreach (var card in cards)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(card.Id, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(card.BoardId, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(card.Key, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(card.Title, NpgsqlDbType.Text, ct);
            await copy.WriteAsync(card.CustomerId, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync(card.Category.ToString(), NpgsqlDbType.Text, ct);
            await copy.WriteAsync(card.ClassOfService.ToString(), NpgsqlDbType.Text, ct);
            await copy.WriteAsync(card.IsRegulated, NpgsqlDbType.Boolean, ct);
            await copy.WriteAsync(card.Rank, NpgsqlDbType.Integer, ct);
            await copy.MaybeAsync(card.ColumnId, NpgsqlDbType.Uuid, ct);
            await copy.WriteAsync((double)++position, NpgsqlDbType.Double, ct);
            await copy.WriteAsync(card.AcceptedAt, NpgsqlDbType.TimestampTz, ct);
            await copy.WriteAsync(card.CommittedAt, NpgsqlDbType.TimestampTz, ct);
            await copy.MaybeAsync(card.StartedAt, NpgsqlDbType.TimestampTz, ct);
            await copy.MaybeAsync(card.FinishedAt, NpgsqlDbType.TimestampTz, ct);
            await copy.MaybeAsync(card.AbandonedAt, NpgsqlDbType.TimestampTz, ct);
            await copy.WriteAsync(card.ReopenCount, NpgsqlDbType.Integer, ct);
            await copy.WriteAsync(card.Version, NpgsqlDbType.Bigint, ct);
        }

        await copy.CompleteAsync(ct);
    }

    private static async Task TransitionsAsync(
        NpgsqlConnection connection,
        LockedBoard board,
        List<(CardState Card, IReadOnlyList<DatedFact> Facts)> cards,
        Act act,
        CancellationToken ct
    )
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            """
            COPY transition (board_id, sequence, card_id, card_version, kind, from_column, to_column, blocker_id,
                reason, owners, workflow_version, at, by) FROM STDIN (FORMAT BINARY)
            """,
            ct
        );
        var sequence = board.Version;
        foreach (var (card, facts) in cards)
        {
            for (var index = 0; index < facts.Count; index++)
            {
                var (at, fact) = facts[index];
                await copy.StartRowAsync(ct);
                await copy.WriteAsync(board.Id, NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(++sequence, NpgsqlDbType.Bigint, ct);
                await copy.WriteAsync(card.Id, NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(index + 1L, NpgsqlDbType.Bigint, ct);
                await copy.WriteAsync(fact.Kind.ToString(), NpgsqlDbType.Text, ct);
                await copy.MaybeAsync(fact.FromColumn, NpgsqlDbType.Uuid, ct);
                await copy.MaybeAsync(fact.ToColumn, NpgsqlDbType.Uuid, ct);
                await copy.MaybeAsync(fact.BlockerId, NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(fact.Reason, NpgsqlDbType.Text, ct);
                await copy.WriteAsync(fact.Owners?.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid, ct);
                await copy.WriteAsync(board.Workflow.Version, NpgsqlDbType.Integer, ct);
                await copy.WriteAsync(at, NpgsqlDbType.TimestampTz, ct);
                await copy.WriteAsync(act.By, NpgsqlDbType.Uuid, ct);
            }
        }

        await copy.CompleteAsync(ct);
    }

    internal static Task MaybeAsync<T>(
        this NpgsqlBinaryImporter copy,
        T? value,
        NpgsqlDbType type,
        CancellationToken ct
    )
        where T : struct => value is { } given ? copy.WriteAsync(given, type, ct) : copy.WriteNullAsync(ct);
}
