using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Features.Boards;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.People;

/// <summary>A comment in which one is mentioned.</summary>
public sealed record MentionResponse(
    Guid CommentId,
    Guid CardId,
    string Key,
    string Title,
    string Text,
    DateTimeOffset WrittenAt,
    Guid WrittenBy
);

/// <summary>A card that one watches, with the last thing that happened to it.</summary>
public sealed record WatchedCardResponse(
    Guid CardId,
    Guid BoardId,
    string Key,
    string Title,
    DateTimeOffset Since,
    TransitionKind LastKind,
    DateTimeOffset LastAt,
    Guid LastBy
);

internal static class MyCards
{
    internal static void MapMyCards(this RouteGroupBuilder people)
    {
        people.MapGet("/me/mentions", Mentions).WithName("GetMyMentions");
        people.MapGet("/me/watched", Watched).WithName("GetMyWatchedCards");
    }

    /// <summary>Where one is mentioned, newest first. Costs an index range of one's own mentions.</summary>
    internal static async Task<Results<Ok<Page<MentionResponse>>, ProblemHttpResult>> Mentions(
        [AsParameters] PageQuery page,
        BoardDbContext db,
        CurrentUser user,
        CancellationToken ct
    )
    {
        if (!IsCursor(page, out var before))
        {
            return BoardErrors.BadCursor.ToProblem();
        }

        var rows = await db
            .Comments.AsNoTracking()
            .Where(comment => comment.Mentions.Contains(user.Id) && comment.RemovedAt == null && comment.Id < before)
            .OrderByDescending(comment => comment.Id)
            .Take(page.Size + 1)
            .Join(db.Cards, comment => comment.CardId, card => card.Id, (comment, card) => new { comment, card })
            .OrderByDescending(both => both.comment.Id)
            .Select(both => new MentionResponse(
                both.comment.Id,
                both.card.Id,
                both.card.Key,
                both.card.Title,
                both.comment.Text,
                both.comment.WrittenAt,
                both.comment.WrittenBy
            ))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.From(rows, page.Size, mention => Cursor.Encode(mention.CommentId.ToString())));
    }

    /// <summary>
    /// The cards that one watches, the newest card first, each with its last change. Costs one index look-up a card.
    /// </summary>
    internal static async Task<Results<Ok<Page<WatchedCardResponse>>, ProblemHttpResult>> Watched(
        [AsParameters] PageQuery page,
        BoardDbContext db,
        CurrentUser user,
        CancellationToken ct
    )
    {
        if (!IsCursor(page, out var before))
        {
            return BoardErrors.BadCursor.ToProblem();
        }

        var rows = await db
            .Watchers.AsNoTracking()
            .Where(watcher => watcher.PersonId == user.Id && watcher.CardId < before)
            .OrderByDescending(watcher => watcher.CardId)
            .Take(page.Size + 1)
            .Join(db.Cards, watcher => watcher.CardId, card => card.Id, (watcher, card) => new { watcher, card })
            .Select(both => new
            {
                both.watcher,
                both.card,
                // A card's version is that of its last row.
                Last = db.Transitions.Single(row => row.CardId == both.card.Id && row.CardVersion == both.card.Version),
            })
            .OrderByDescending(both => both.watcher.CardId)
            .Select(both => new WatchedCardResponse(
                both.card.Id,
                both.card.BoardId,
                both.card.Key,
                both.card.Title,
                both.watcher.Since,
                both.Last.Kind,
                both.Last.At,
                both.Last.By
            ))
            .ToListAsync(ct);
        return TypedResults.Ok(Page.From(rows, page.Size, card => Cursor.Encode(card.CardId.ToString())));
    }

    /// <summary>Both lists go back from the newest id; without a cursor from the highest that there can be.</summary>
    private static bool IsCursor(PageQuery page, out Guid before)
    {
        before = Guid.AllBitsSet;
        return Cursor.TryDecode(page.Cursor, parts: 1, out var key)
            && (key is not [var text] || Guid.TryParse(text, out before));
    }
}
