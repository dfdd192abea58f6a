using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Cards;

internal static class UndoMove
{
    /// <summary>A move comes to at most three facts: moved, owners changed, finished.</summary>
    private const int MostFacts = 3;

    internal static void MapUndoMove(this RouteGroupBuilder cards) =>
        cards.MapPost("/{cardId:guid}/moves:undo", Handle).WithName(nameof(UndoMove));

    /// <summary>
    /// Takes back one's own last move: column, avatars, s and f are as before. Refused as soon as anything else happened
    /// to the card, and by limits whose room was taken meanwhile.
    /// </summary>
    internal static async Task<Results<Ok<CardResponse>, ProblemHttpResult>> Handle(
        Guid cardId,
        IfMatch seen,
        CardActs acts,
        BoardDbContext db,
        CancellationToken ct
    )
    {
        // Read before the lock, since it tells whose avatars to lock; the version then proves that it still is the last.
        if (await LastActAsync(db, cardId, ct) is not { } last)
        {
            return CardErrors.Unknown.ToProblem();
        }

        var undone = await acts.RunAsync(
            cardId,
            last.OwnersBefore,
            seen,
            (locked, _) =>
                ValueTask.FromResult(
                    UndoRules.Undo(locked.State, locked.Card, last, acts.Actor).At(locked.Board.Version + 1.0)
                ),
            ct
        );
        return undone.ToHttp();
    }

    /// <summary>The last facts of one person at one instant are one act. Costs the last rows of the card.</summary>
    private static async Task<LastAct?> LastActAsync(BoardDbContext db, Guid cardId, CancellationToken ct)
    {
        var rows = await db
            .Transitions.AsNoTracking()
            .Where(row => row.CardId == cardId)
            .OrderByDescending(row => row.CardVersion)
            .Take(MostFacts)
            .ToListAsync(ct);
        if (rows is not [var last, ..])
        {
            return null;
        }

        var act = rows.TakeWhile(row => (row.At, row.By) == (last.At, last.By)).Reverse().ToList();
        // Not the first of those: an act before it in the same instant would have another kind.
        var first = act.FindLast(row => row.Kind == TransitionKind.Moved) ?? act[0];
        var card = await db.Cards.AsNoTracking().SingleAsync(row => row.Id == cardId, ct);
        return new(
            first.Kind,
            first.By,
            first.FromColumn,
            await OwnersBeforeAsync(
                db,
                cardId,
                first.CardVersion,
                act.LastOrDefault(row => row.Owners is not null),
                ct
            ),
            card.StartedAt == first.At,
            last.CardVersion ?? 0
        );
    }

    /// <summary>A pull adds its owner at the end; finishing takes all, who then stand in the row before.</summary>
    private static async Task<IReadOnlyList<Guid>> OwnersBeforeAsync(
        BoardDbContext db,
        Guid cardId,
        long? version,
        Data.Rows.TransitionRow? change,
        CancellationToken ct
    )
    {
        if (change is null)
        {
            return await db
                .AvatarTokens.Where(token => token.CardId == cardId)
                .OrderBy(token => token.PlacedAt)
                .ThenBy(token => token.Ordinal)
                .Select(token => token.PersonId)
                .ToListAsync(ct);
        }

        if (change.Owners is { Count: > 0 } owners)
        {
            return [.. owners.SkipLast(1)];
        }

        var before = await db
            .Transitions.Where(row => row.CardId == cardId && row.CardVersion < version && row.Owners != null)
            .OrderByDescending(row => row.CardVersion)
            .Select(row => row.Owners)
            .FirstOrDefaultAsync(ct);
        return before ?? [];
    }
}
