using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Cards;
using Npgsql;
using static FlowPlatform.Board.Data.BoardSql;

namespace FlowPlatform.Board.Data;

/// <summary>The statements that write boards, cards, counts and avatars.</summary>
internal static class WriteSql
{
    internal static NpgsqlBatchCommand BoardVersion(Guid boardId, long version) =>
        Command("UPDATE board SET version = $2 WHERE id = $1", Uuid(boardId), Number(version));

    internal static NpgsqlBatchCommand InsertCard(CardState card) =>
        Command(
            """
            INSERT INTO card (id, board_id, key, title, customer_id, requester_id, category, class_of_service, due_date,
                is_regulated, rank, outcome_id, column_id, position, accepted_at, committed_at, started_at, finished_at,
                reopen_count, version, tags, whole_id)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
            """,
            Uuid(card.Id),
            Uuid(card.BoardId),
            Text(card.Key),
            Text(card.Title),
            Uuid(card.CustomerId),
            Uuid(card.RequesterId),
            Name(card.Category),
            Name(card.ClassOfService),
            Date(card.DueDate),
            Truth(card.IsRegulated),
            Number(card.Rank),
            Uuid(card.OutcomeId),
            Uuid(card.ColumnId),
            Number(card.Position),
            Instant(card.AcceptedAt),
            Instant(card.CommittedAt),
            Instant(card.StartedAt),
            Instant(card.FinishedAt),
            Number(card.ReopenCount),
            Number(card.Version),
            Texts(card.Tags),
            Uuid(card.WholeId)
        );

    internal static NpgsqlBatchCommand UpdateCard(CardState card) =>
        Command(
            """
            UPDATE card SET column_id = $2, position = $3, started_at = $4, finished_at = $5, abandoned_at = $6,
                reopen_count = $7, version = $8, title = $9, due_date = $10, is_regulated = $11
            WHERE id = $1
            """,
            Uuid(card.Id),
            Uuid(card.ColumnId),
            Number(card.Position),
            Instant(card.StartedAt),
            Instant(card.FinishedAt),
            Instant(card.AbandonedAt),
            Number(card.ReopenCount),
            Number(card.Version),
            Text(card.Title),
            Date(card.DueDate),
            Truth(card.IsRegulated)
        );

    /// <summary>
    /// One less where the card was, one more where it is. Never below zero: the table checks that too.
    /// </summary>
    internal static void AddCounts(NpgsqlBatchCommandCollection commands, CardChange change)
    {
        if (change.Before.ColumnId is { } from)
        {
            commands.Add(
                Cell(
                    """
                    UPDATE occupancy SET cards = cards - 1
                    WHERE board_id = $1 AND column_id = $2 AND category = $3 AND class_of_service = $4
                    """,
                    change.Before,
                    from
                )
            );
        }

        if (change.After.ColumnId is { } to)
        {
            commands.Add(
                Cell(
                    """
                    INSERT INTO occupancy (board_id, column_id, category, class_of_service, cards)
                    VALUES ($1, $2, $3, $4, 1)
                    ON CONFLICT (board_id, column_id, category, class_of_service)
                    DO UPDATE SET cards = occupancy.cards + 1
                    """,
                    change.After,
                    to
                )
            );
        }
    }

    internal static NpgsqlBatchCommand SetCount(Guid boardId, OccupancyCell cell) =>
        Command(
            """
            INSERT INTO occupancy (board_id, column_id, category, class_of_service, cards) VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (board_id, column_id, category, class_of_service) DO UPDATE SET cards = excluded.cards
            """,
            Uuid(boardId),
            Uuid(cell.ColumnId),
            Name(cell.Category),
            Name(cell.ClassOfService),
            Number(cell.Cards)
        );

    internal static NpgsqlBatchCommand FreeAvatar(Guid person, Guid cardId) =>
        Command("DELETE FROM avatar_token WHERE person_id = $1 AND card_id = $2", Uuid(person), Uuid(cardId));

    internal static NpgsqlBatchCommand PlaceAvatar(Guid person, int ordinal, Guid cardId, DateTimeOffset at) =>
        Command(
            "INSERT INTO avatar_token (person_id, ordinal, card_id, placed_at) VALUES ($1, $2, $3, $4)",
            Uuid(person),
            Number(ordinal),
            Uuid(cardId),
            Instant(at)
        );

    private static NpgsqlBatchCommand Cell(string sql, CardState card, Guid column) =>
        Command(sql, Uuid(card.BoardId), Uuid(column), Name(card.Category), Name(card.ClassOfService));
}
