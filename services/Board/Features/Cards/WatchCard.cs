using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Cards;

internal static class WatchCard
{
    internal static void MapWatchCard(this RouteGroupBuilder cards)
    {
        cards.MapPut("/{cardId:guid}/watch", Watch).WithName(nameof(WatchCard));
        cards.MapDelete("/{cardId:guid}/watch", Unwatch).WithName("UnwatchCard");
    }

    /// <summary>Watches a card: it stands among one's watched cards with its last change. For everybody.</summary>
    internal static async Task<Results<NoContent, ProblemHttpResult>> Watch(
        Guid cardId,
        BoardDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (!await db.Cards.AnyAsync(card => card.Id == cardId, ct))
        {
            return CardErrors.Unknown.ToProblem();
        }

        await AddAsync(db, cardId, [user.Id], clock.GetUtcNow(), ct);
        return TypedResults.NoContent();
    }

    /// <summary>Watches a card no more.</summary>
    internal static async Task<NoContent> Unwatch(
        Guid cardId,
        BoardDbContext db,
        CurrentUser user,
        CancellationToken ct
    )
    {
        await db.Watchers.Where(w => w.CardId == cardId && w.PersonId == user.Id).ExecuteDeleteAsync(ct);
        return TypedResults.NoContent();
    }

    /// <summary>Who watches already goes on watching.</summary>
    internal static Task AddAsync(
        BoardDbContext db,
        Guid cardId,
        Guid[] people,
        DateTimeOffset since,
        CancellationToken ct
    ) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO watcher (person_id, card_id, since) SELECT person, {cardId}, {since} FROM unnest({people}) AS person
            ON CONFLICT DO NOTHING
            """,
            ct
        );
}
