namespace FlowPlatform.Board.Data;

/// <summary>
/// The order of cards within a column: a number a card. At the end it is the next version of the board, which only
/// grows; between two cards it is the middle, and the column is numbered anew when there is none left.
/// </summary>
internal sealed class CardOrder(BoardDbContext db)
{
    private const double SmallestGap = 1e-6;

    /// <summary>Behind all cards of any column: the board's version only grows.</summary>
    internal static double EndOf(LockedBoard board) => board.Version + 1.0;

    internal async ValueTask<double> PlaceAsync(
        LockedBoard board,
        Guid cardId,
        Guid columnId,
        int? index,
        CancellationToken ct
    )
    {
        var end = EndOf(board);
        if (index is not { } place)
        {
            return end;
        }

        var (before, after) = await NeighboursAsync(board.Id, cardId, columnId, place, ct);
        if (before is { } low && after is { } high && high - low < SmallestGap)
        {
            await RenumberAsync(board.Id, columnId, ct);
            (before, after) = await NeighboursAsync(board.Id, cardId, columnId, place, ct);
        }

        return (before, after) switch
        {
            ({ } left, { } right) => (left + right) / 2,
            (null, { } right) => right - 1,
            _ => end,
        };
    }

    private async Task<(double? Before, double? After)> NeighboursAsync(
        Guid boardId,
        Guid cardId,
        Guid columnId,
        int index,
        CancellationToken ct
    )
    {
        await using var batch = BoardSql.Batch(
            BoardSql.Command(
                """
                SELECT position FROM card WHERE board_id = $1 AND column_id = $2 AND id <> $3
                ORDER BY position, id OFFSET $4 LIMIT 2
                """,
                BoardSql.Uuid(boardId),
                BoardSql.Uuid(columnId),
                BoardSql.Uuid(cardId),
                BoardSql.Number(Math.Max(index - 1, 0))
            )
        );
        await using var reader = await db.ReadAsync(batch, ct);
        double? first = await reader.ReadAsync(ct) ? reader.GetDouble(0) : null;
        double? second = await reader.ReadAsync(ct) ? reader.GetDouble(0) : null;
        return index == 0 ? (null, first) : (first, second);
    }

    private async Task RenumberAsync(Guid boardId, Guid columnId, CancellationToken ct)
    {
        await using var batch = BoardSql.Batch(
            BoardSql.Command(
                """
                UPDATE card SET position = numbered.place - numbered.many
                FROM (SELECT id, row_number() OVER (ORDER BY position, id) AS place, count(*) OVER () AS many
                    FROM card WHERE board_id = $1 AND column_id = $2) AS numbered
                WHERE card.id = numbered.id
                """,
                BoardSql.Uuid(boardId),
                BoardSql.Uuid(columnId)
            ),
            BoardSql.Command("UPDATE board SET order_version = version + 1 WHERE id = $1", BoardSql.Uuid(boardId))
        );
        await db.ExecuteAsync(batch, ct);
    }
}
