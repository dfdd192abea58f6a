using System.Data;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Cards;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FlowPlatform.Board.Features.Boards;

/// <summary>
/// What a board shows, at one instant; of a board that is known up to a version, the cards that changed since, in sight
/// or not. OrderVersion is when a column was last numbered anew, which moves cards that no transition names.
/// </summary>
internal sealed record BoardRead(
    LockedBoard Board,
    long OrderVersion,
    List<(CardState Card, bool HasApprovedChange)> Cards
);

/// <summary>Reads of a board without its lock: one instant of the database, but not one to decide on.</summary>
internal sealed class BoardQueries(BoardDbContext db, WorkflowCache workflows)
{
    internal Task<long?> VersionAsync(Guid boardId, CancellationToken ct) =>
        ReadAsync<long?>(
            async reader => await reader.ReadAsync(ct) ? reader.GetInt64(0) : null,
            ct,
            BoardSql.Command(BoardSql.ReadVersion, BoardSql.Uuid(boardId))
        );

    internal async Task<LockedBoard?> FindAsync(Guid boardId, CancellationToken ct)
    {
        var (head, cells) = await ReadAsync(
            reader => HeadAsync(reader, ct),
            ct,
            BoardSql.Command(BoardSql.ReadBoard, BoardSql.Uuid(boardId)),
            BoardSql.Command(BoardSql.ReadCells, BoardSql.Uuid(boardId))
        );
        return head is { } found ? await WithWorkflowAsync(found, cells, ct) : null;
    }

    /// <summary>Open cards, and those finished since; in the order of the board.</summary>
    internal Task<List<(CardState Card, bool HasApprovedChange)>> CardsAsync(
        Guid boardId,
        DateTimeOffset finishedSince,
        CancellationToken ct
    ) =>
        ReadAsync(
            reader => CardsAsync(reader, ct),
            ct,
            BoardSql.Command(BoardSql.ReadShownCards, BoardSql.Uuid(boardId), BoardSql.Instant(finishedSince))
        );

    /// <summary>The board with the cards in sight, or with those that changed after a version.</summary>
    internal async Task<BoardRead?> ReadAsync(
        Guid boardId,
        long? changedAfter,
        DateTimeOffset finishedSince,
        CancellationToken ct
    )
    {
        // Counts, versions and cards of one instant: a card is never in sight twice, or not at all.
        await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var (head, cells, cards) = await ReadAsync(
            async reader =>
            {
                var (found, counts) = await HeadAsync(reader, ct);
                return (found, counts, await CardsAsync(reader, ct));
            },
            ct,
            BoardSql.Command(BoardSql.ReadBoard, BoardSql.Uuid(boardId)),
            BoardSql.Command(BoardSql.ReadCells, BoardSql.Uuid(boardId)),
            changedAfter is { } version
                ? BoardSql.Command(BoardSql.ReadChangedCards, BoardSql.Uuid(boardId), BoardSql.Number(version))
                : BoardSql.Command(BoardSql.ReadShownCards, BoardSql.Uuid(boardId), BoardSql.Instant(finishedSince))
        );
        return head is { } known ? new(await WithWorkflowAsync(known, cells, ct), known.OrderVersion, cards) : null;
    }

    private static async Task<(BoardHead? Head, List<OccupancyCell> Cells)> HeadAsync(
        NpgsqlDataReader reader,
        CancellationToken ct
    )
    {
        BoardHead? head = await reader.ReadAsync(ct) ? CardReader.Board(reader) : null;
        await reader.NextResultAsync(ct);
        var cells = new List<OccupancyCell>();
        await reader.FillAsync(cells, CardReader.Cell, ct);
        return (head, cells);
    }

    private static async Task<List<(CardState Card, bool HasApprovedChange)>> CardsAsync(
        NpgsqlDataReader reader,
        CancellationToken ct
    )
    {
        var cards = new List<(CardState, bool)>();
        await reader.FillAsync(cards, CardReader.CardAndApproval, ct);
        return cards;
    }

    /// <summary>Gives the connection back at once: an answer may take long to write, and a stream never ends.</summary>
    private async Task<T> ReadAsync<T>(
        Func<NpgsqlDataReader, Task<T>> read,
        CancellationToken ct,
        params NpgsqlBatchCommand[] commands
    )
    {
        await using var batch = BoardSql.Batch(commands);
        try
        {
            await using var reader = await db.ReadAsync(batch, ct);
            return await read(reader);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<LockedBoard> WithWorkflowAsync(BoardHead head, List<OccupancyCell> cells, CancellationToken ct)
    {
        var workflow = await workflows.GetAsync(db, head.Id, head.WorkflowVersion, ct);
        return new(head.Id, head.TeamId, head.Name, head.Version, workflow, new(cells));
    }
}
