using System.Security.Cryptography;
using System.Text;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Configurations;
using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.History;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FlowPlatform.Board.Features.History;

/// <summary>
/// Writes imported cards under the board's lock. Open ones ask the admission policy like everybody else.
/// </summary>
internal sealed class HistoryWriter(BoardDbContext db, BoardLock boards, TimeProvider clock)
{
    internal async Task<ImportHistoryResponse> WriteAsync(
        Guid boardId,
        IReadOnlyList<CaseHistory> cases,
        Guid by,
        CancellationToken ct
    )
    {
        // A board is never deleted: it was found before the lock, so it is there.
        var board = (await boards.OfBoardAsync(boardId, ct))!;
        var known = await KnownAsync(boardId, cases, ct);
        var admitted = new List<(CardState Card, IReadOnlyList<DatedFact> Facts)>();
        var refused = new List<RefusedCase>();
        var occupancy = board.Occupancy;
        foreach (var history in cases.Where(history => !known.Contains(IdOf(boardId, history.Key))))
        {
            var (card, facts) = Replay(board, history);
            if (Refusal(board.Workflow, occupancy, card) is { } reason)
            {
                refused.Add(new(history.Key, reason));
                continue;
            }

            occupancy = occupancy.After(from: null, card.ColumnId, card.Category, card.ClassOfService);
            admitted.Add((card with { Owners = [] }, facts));
        }

        await SaveAsync(board, board with { Occupancy = occupancy }, admitted, new(by, clock.GetUtcNow()), ct);
        return new(
            admitted.Count(one => one.Card.FinishedAt is not null),
            admitted.Count(one => one.Card.FinishedAt is null),
            known.Count,
            admitted.Sum(one => one.Facts.Count),
            refused,
            []
        );
    }

    private static string? Refusal(DefinitionOfWorkflow workflow, Occupancy occupancy, CardState card)
    {
        var state = new BoardState(workflow, occupancy, new Dictionary<Guid, int>(), HasApprovedChange: false);
        var entering = new MoveCommand(card with { ColumnId = null }, card.ColumnId, AvatarOf: null);
        return card.FinishedAt is null && AdmissionPolicy.Decide(state, entering) is Admission.Refused refused
            ? refused.Violated[0].Message
            : null;
    }

    private async Task SaveAsync(
        LockedBoard before,
        LockedBoard after,
        List<(CardState Card, IReadOnlyList<DatedFact> Facts)> cards,
        Act act,
        CancellationToken ct
    )
    {
        if (cards.Count == 0)
        {
            return;
        }

        after = after with { Version = before.Version + cards.Sum(card => card.Facts.Count) };
        CapacityMessages.RecordIfChanged(db, before, after, act.At);
        db.Audit(
            new AuditFact("history-imported", "board", before.Id, act.By, act.At)
            {
                After = new { Cards = cards.Count },
            }
        );
        // Inside of a transaction the connection is open.
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await HistoryCopy.WriteAsync(connection, before, after, cards, act, ct);
        db.WillChange(before.Id);
        await db.SaveChangesAsync(ct);
    }

    private async Task<HashSet<Guid>> KnownAsync(Guid boardId, IReadOnlyList<CaseHistory> cases, CancellationToken ct)
    {
        var ids = cases.Select(history => IdOf(boardId, history.Key)).ToList();
        return [.. await db.Cards.Where(card => ids.Contains(card.Id)).Select(card => card.Id).ToListAsync(ct)];
    }

    private static (CardState Card, IReadOnlyList<DatedFact> Facts) Replay(LockedBoard board, CaseHistory history)
    {
        var id = IdOf(board.Id, history.Key);
        var title = history.Title[..Math.Min(history.Title.Length, CardConfiguration.TitleLength)];
        var blank = new CardState
        {
            Id = id,
            BoardId = board.Id,
            Key = history.Key,
            Title = title,
            CustomerId = Guid.Empty,
            Category = history.Category,
            ClassOfService = history.ClassOfService,
            AcceptedAt = history.OpenedAt,
            CommittedAt = history.OpenedAt,
        };
        return HistoryReplay.Of(board.Workflow, history, blank, text => IdOf(board.Id, text));
    }

    /// <summary>
    /// The same name in the same scope has the same id, so that a second import finds what the first one wrote.
    /// </summary>
    internal static Guid IdOf(Guid scope, string name) =>
        new(SHA256.HashData([.. scope.ToByteArray(), .. Encoding.UTF8.GetBytes(name)]).AsSpan(0, 16));
}
