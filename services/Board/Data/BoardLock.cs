using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Cards;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FlowPlatform.Board.Data;

/// <summary>
/// Locks a board, and the avatars of people over all boards, and reads what an admission depends on, in one round trip.
/// The order is always the board first and then people by id, so that two commands never wait for each other.
/// Call it inside of a transaction: the locks end with it.
/// </summary>
internal sealed class BoardLock(BoardDbContext db, WorkflowCache workflows, TimeProvider clock)
{
    internal async Task<LockedCard?> OfCardAsync(Guid cardId, IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch();
        batch.BatchCommands.Add(BoardSql.Command(BoardSql.LockBoardOfCard, BoardSql.Uuid(cardId)));
        AddPeople(batch, people);
        batch.BatchCommands.Add(BoardSql.Command(BoardSql.ReadBoardOfCard, BoardSql.Uuid(cardId)));
        batch.BatchCommands.Add(BoardSql.Command(BoardSql.ReadCellsOfCard, BoardSql.Uuid(cardId)));
        batch.BatchCommands.Add(BoardSql.Command(BoardSql.ReadCard, BoardSql.Uuid(cardId)));
        var read = await ReadAsync(batch, people.Count > 0, ct);
        return read is { Board: { } board, Cards: [var (card, isApproved)] } ? new(board, card, isApproved) : null;
    }

    internal async Task<LockedBoard?> OfBoardAsync(Guid boardId, CancellationToken ct) =>
        (await OfCardsAsync(boardId, [], [], ct))?.Board;

    /// <summary>A board with some of its cards, for acts on several cards at once.</summary>
    internal async Task<(
        LockedBoard Board,
        IReadOnlyList<(CardState Card, bool HasApprovedChange)> Cards
    )?> OfCardsAsync(
        Guid boardId,
        IReadOnlyCollection<Guid> cardIds,
        IReadOnlyCollection<Guid> people,
        CancellationToken ct
    )
    {
        await using var batch = new NpgsqlBatch();
        batch.BatchCommands.Add(BoardSql.Command(BoardSql.LockBoard, BoardSql.Uuid(boardId)));
        AddPeople(batch, people);
        batch.BatchCommands.Add(BoardSql.Command(BoardSql.ReadBoard, BoardSql.Uuid(boardId)));
        batch.BatchCommands.Add(BoardSql.Command(BoardSql.ReadCells, BoardSql.Uuid(boardId)));
        batch.BatchCommands.Add(BoardSql.Command(BoardSql.ReadCards, BoardSql.Uuids(cardIds)));
        var read = await ReadAsync(batch, people.Count > 0, ct);
        return read.Board is { } board ? (board, read.Cards) : null;
    }

    /// <summary>Where a card stands, without a lock: it never changes its board.</summary>
    internal Task<Guid?> BoardOfAsync(Guid cardId, CancellationToken ct) =>
        db.Cards.Where(card => card.Id == cardId).Select(card => (Guid?)card.BoardId).SingleOrDefaultAsync(ct);

    /// <summary>Locks a person's avatars alone, after all boards that the transaction needs.</summary>
    internal async Task LockPersonAsync(Guid person, CancellationToken ct)
    {
        await using var batch = BoardSql.Batch(BoardSql.Command(BoardSql.LockPeople, BoardSql.Uuids([person])));
        await db.ExecuteAsync(batch, ct);
    }

    private void AddPeople(NpgsqlBatch batch, IReadOnlyCollection<Guid> people)
    {
        if (people.Count > 0)
        {
            Guid[] inOrder = [.. people.Distinct().Order()];
            batch.BatchCommands.Add(BoardSql.Command(BoardSql.LockPeople, BoardSql.Uuids(inOrder)));
            batch.BatchCommands.Add(
                BoardSql.Command(BoardSql.ReadAvatars, BoardSql.Uuids(inOrder), BoardSql.Instant(clock.GetUtcNow()))
            );
        }
    }

    private sealed record Read(LockedBoard? Board, IReadOnlyList<(CardState Card, bool IsApproved)> Cards);

    private async Task<Read> ReadAsync(NpgsqlBatch batch, bool withPeople, CancellationToken ct)
    {
        BoardHead? head = null;
        var avatars = new List<(Guid Person, PlacedAvatar? Avatar)>();
        var cells = new List<OccupancyCell>();
        var cards = new List<(CardState, bool)>();
        await using (var reader = await db.ReadAsync(batch, ct))
        {
            await reader.NextResultAsync(ct);
            if (withPeople)
            {
                await reader.NextResultAsync(ct);
                await reader.FillAsync(avatars, CardReader.Avatar, ct);
            }

            head = await reader.ReadAsync(ct) ? CardReader.Board(reader) : null;
            await reader.NextResultAsync(ct);
            await reader.FillAsync(cells, CardReader.Cell, ct);
            await reader.FillAsync(cards, CardReader.CardAndApproval, ct);
        }

        return new(head is { } found ? await WithWorkflowAsync(found, avatars, cells, ct) : null, cards);
    }

    private async Task<LockedBoard> WithWorkflowAsync(
        BoardHead head,
        List<(Guid Person, PlacedAvatar? Avatar)> avatars,
        IReadOnlyList<OccupancyCell> cells,
        CancellationToken ct
    )
    {
        var workflow = await workflows.GetAsync(db, head.Id, head.WorkflowVersion, ct);
        return new(head.Id, head.TeamId, head.Name, head.Version, workflow, new(cells))
        {
            Avatars = [.. avatars.Select(one => one.Avatar).OfType<PlacedAvatar>()],
            Absent = [.. avatars.Where(one => one.Avatar is null).Select(one => one.Person)],
        };
    }
}
