using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Cards;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FlowPlatform.Board.Features.Boards;

/// <summary>Reads of a board without its lock: one instant of the database, but not one to decide on.</summary>
internal sealed class BoardQueries(BoardDbContext db, WorkflowCache workflows)
{
    internal Task<long?> VersionAsync(Guid boardId, CancellationToken ct) =>
        db.Boards.Where(board => board.Id == boardId).Select(board => (long?)board.Version).SingleOrDefaultAsync(ct);

    internal async Task<LockedBoard?> FindAsync(Guid boardId, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch();
        batch.BatchCommands.Add(BoardSql.Command(BoardSql.ReadBoard, BoardSql.Uuid(boardId)));
        batch.BatchCommands.Add(BoardSql.Command(BoardSql.ReadCells, BoardSql.Uuid(boardId)));
        var cells = new List<OccupancyCell>();
        BoardHead head;
        await using (var reader = await db.ReadAsync(batch, ct))
        {
            if (!await reader.ReadAsync(ct))
            {
                return null;
            }

            head = CardReader.Board(reader);
            await reader.NextResultAsync(ct);
            await reader.FillAsync(cells, CardReader.Cell, ct);
        }

        var workflow = await workflows.GetAsync(db, head.Id, head.WorkflowVersion, ct);
        return new(head.Id, head.TeamId, head.Name, head.Version, workflow, new(cells));
    }

    /// <summary>Open cards, and those finished since; in the order of the board.</summary>
    internal async Task<List<(CardState Card, bool HasApprovedChange)>> CardsAsync(
        Guid boardId,
        DateTimeOffset finishedSince,
        CancellationToken ct
    )
    {
        await using var batch = new NpgsqlBatch();
        batch.BatchCommands.Add(
            BoardSql.Command(BoardSql.ReadShownCards, BoardSql.Uuid(boardId), BoardSql.Instant(finishedSince))
        );
        var cards = new List<(CardState, bool)>();
        await using var reader = await db.ReadAsync(batch, ct);
        await reader.FillAsync(cards, CardReader.CardAndApproval, ct);
        return cards;
    }
}
