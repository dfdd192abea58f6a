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
    /// <summary>So many cases are replayed and written at a time: a log of years is never in memory as facts.</summary>
    private const int CasesAtOnce = 2_000;

    /// <summary>Within the caller's transaction.</summary>
    internal async Task<ImportHistoryResponse> WriteAsync(
        Guid boardId,
        IEnumerable<CaseHistory> cases,
        Guid by,
        CancellationToken ct
    )
    {
        // A board is never deleted: it was found before the lock, so it is there.
        var before = (await boards.OfBoardAsync(boardId, ct))!;
        var act = new Act(by, clock.GetUtcNow());
        var (board, written) = (before, new ImportHistoryResponse(0, 0, 0, 0, 0, [], []));
        foreach (var some in cases.Chunk(CasesAtOnce))
        {
            var known = await KnownAsync(boardId, some, ct);
            var unknown = some.Where(history => !known.Contains(IdOf(boardId, history.Key)));
            var (occupancy, admitted, refused) = Admit(board, unknown);
            // Inside of a transaction the connection is open.
            await HistoryCopy.WriteCardsAsync(
                (NpgsqlConnection)db.Database.GetDbConnection(),
                board,
                admitted,
                act,
                ct
            );
            var transitions = admitted.Sum(one => one.Facts.Count);
            var open = admitted.Count(one => one.Card.IsOpen);
            var abandoned = admitted.Count(one => one.Card.AbandonedAt is not null);
            board = board with { Version = board.Version + transitions, Occupancy = occupancy };
            written = new(
                written.Finished + admitted.Count - open - abandoned,
                written.Open + open,
                written.Abandoned + abandoned,
                written.AlreadyThere + known.Count,
                written.Transitions + transitions,
                [.. written.Refused, .. refused],
                []
            );
        }

        await SaveBoardAsync(before, board, written.Finished + written.Open + written.Abandoned, act, ct);
        return written;
    }

    private static (
        Occupancy Occupancy,
        List<(CardState Card, IReadOnlyList<DatedFact> Facts)> Admitted,
        List<RefusedCase> Refused
    ) Admit(LockedBoard board, IEnumerable<CaseHistory> cases)
    {
        var admitted = new List<(CardState, IReadOnlyList<DatedFact>)>();
        var refused = new List<RefusedCase>();
        var occupancy = board.Occupancy;
        foreach (var history in cases)
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

        return (occupancy, admitted, refused);
    }

    private static string? Refusal(DefinitionOfWorkflow workflow, Occupancy occupancy, CardState card)
    {
        var state = new BoardState(workflow, occupancy, new Dictionary<Guid, int>(), HasApprovedChange: false);
        var entering = new MoveCommand(card with { ColumnId = null }, card.ColumnId, AvatarOf: null);
        return card.IsOpen && AdmissionPolicy.Decide(state, entering) is Admission.Refused refused
            ? string.Join(" ", refused.Violated.Select(limit => limit.Message))
            : null;
    }

    private async Task SaveBoardAsync(LockedBoard before, LockedBoard after, int cards, Act act, CancellationToken ct)
    {
        if (cards == 0)
        {
            return;
        }

        CapacityMessages.RecordIfChanged(db, before, after, act.At);
        db.Audit(
            new AuditFact("history-imported", "board", before.Id, act.By, act.At) { After = new { Cards = cards } }
        );
        await HistoryCopy.WriteBoardAsync((NpgsqlConnection)db.Database.GetDbConnection(), after, ct);
        db.WillChange(before.Id);
        await db.SaveChangesAsync(ct);
    }

    private async Task<HashSet<Guid>> KnownAsync(Guid boardId, CaseHistory[] cases, CancellationToken ct)
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
