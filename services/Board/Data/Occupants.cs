using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Data;

/// <summary>
/// Who or what takes the room of a limit that refuses: the keys of the cards. Read only when something is refused.
/// </summary>
internal sealed class Occupants(BoardDbContext db)
{
    private const int Most = 50;

    internal async Task<IReadOnlyList<Violation>> DescribeAsync(
        Guid boardId,
        IReadOnlyList<ViolatedLimit> violated,
        CancellationToken ct
    )
    {
        var violations = new List<Violation>(violated.Count);
        foreach (var limit in violated)
        {
            violations.Add(
                new Violation(limit.Code, limit.Message)
                {
                    Scope = limit.Scope,
                    Limit = limit.Kind == LimitKind.Gate ? null : limit.Max,
                    Occupancy = limit.Kind == LimitKind.Gate ? null : limit.Occupancy,
                    Occupants = await KeysAsync(boardId, limit, ct),
                }
            );
        }

        return violations;
    }

    /// <summary>The keys of the cards that a limit counts, in the order of the board.</summary>
    internal Task<List<string>> KeysAsync(Guid boardId, WipLimit limit, CancellationToken ct)
    {
        var cards = db.Cards.Where(card => card.BoardId == boardId && card.ColumnId != null);
        cards = cards.Where(card => limit.Columns.Contains(card.ColumnId!.Value));
        cards = cards.Where(card =>
            (card.ClassOfService == ClassOfService.Expedite) == (limit.Kind == LimitKind.Expedite)
        );
        if (limit.Category is { } category)
        {
            cards = cards.Where(card => card.Category == category);
        }

        if (limit.ClassOfService is { } classOfService)
        {
            cards = cards.Where(card => card.ClassOfService == classOfService);
        }

        return cards.OrderBy(card => card.Position).Select(card => card.Key).Take(Most).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<string>?> KeysAsync(Guid boardId, ViolatedLimit violated, CancellationToken ct)
    {
        if (violated.Person is { } person)
        {
            return await db
                .AvatarTokens.Where(token => token.PersonId == person)
                .Join(db.Cards, token => token.CardId, card => card.Id, (_, card) => card.Key)
                .ToListAsync(ct);
        }

        return violated.Limit is { } limit ? await KeysAsync(boardId, limit, ct) : null;
    }
}
