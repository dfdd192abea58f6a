using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Rows;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Cards;

/// <summary>A filter of cards as a query.</summary>
internal static class CardFilters
{
    private const int MostWords = 12;

    internal static IQueryable<CardRow> Narrowed(BoardDbContext db, CardFilter filter)
    {
        var cards = Where(db.Cards.AsNoTracking(), filter.BoardId, id => card => card.BoardId == id);
        cards = Where(cards, filter.ColumnId, id => card => card.ColumnId == id);
        cards = Where(cards, filter.Category, category => card => card.Category == category);
        cards = Where(cards, filter.ClassOfService, lane => card => card.ClassOfService == lane);
        cards = Where(cards, filter.CustomerId, id => card => card.CustomerId == id);
        cards = Where(cards, filter.IsRegulated, yes => card => card.IsRegulated == yes);
        cards = Where(cards, filter.IsAiAssisted, yes => card => card.AiAssistance != null == yes);
        cards = Where(cards, filter.DueBefore, date => card => card.DueDate < date);
        cards = Where(
            cards,
            filter.OwnerId,
            id => card => db.AvatarTokens.Any(token => token.PersonId == id && token.CardId == card.Id)
        );
        cards = Where(
            cards,
            filter.IsBlocked,
            yes => card => db.Blockers.Any(b => b.CardId == card.Id && b.ResolvedAt == null) == yes
        );
        if (filter.Tag is { } tag)
        {
            cards = cards.Where(card => card.Tags.Any(one => EF.Functions.ILike(one, Literal(tag), "\\")));
        }

        return Found(db, InState(cards, filter.State), filter.Q);
    }

    private static IQueryable<CardRow> InState(IQueryable<CardRow> cards, CardFilterState? state) =>
        state switch
        {
            null => cards.Where(card => card.ArchivedAt == null),
            CardFilterState.All => cards,
            CardFilterState.Archived => cards.Where(card => card.ArchivedAt != null),
            CardFilterState.Finished => cards.Where(card => card.FinishedAt != null && card.ArchivedAt == null),
            CardFilterState.Abandoned => cards.Where(card => card.AbandonedAt != null && card.ArchivedAt == null),
            _ => cards.Where(card => card.FinishedAt == null && card.AbandonedAt == null),
        };

    /// <summary>Each word finds what begins with it; signs are no words, so that nothing of the text is syntax.</summary>
    private static IQueryable<CardRow> Found(BoardDbContext db, IQueryable<CardRow> cards, string? text)
    {
        var words = new string([.. (text ?? "").Select(sign => char.IsLetterOrDigit(sign) ? sign : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Take(MostWords)
            .ToList();
        if (words.Count == 0)
        {
            return cards;
        }

        var query = string.Join(" & ", words.Select(word => $"{word}:*"));
        return cards.Where(card =>
            db.CardTexts.Any(found =>
                found.CardId == card.Id && found.Words.Matches(EF.Functions.ToTsQuery("simple", query))
            )
        );
    }

    private static IQueryable<CardRow> Where<T>(
        IQueryable<CardRow> cards,
        T? value,
        Func<T, System.Linq.Expressions.Expression<Func<CardRow, bool>>> condition
    )
        where T : struct => value is { } given ? cards.Where(condition(given)) : cards;

    /// <summary>A text that LIKE takes as it is.</summary>
    private static string Literal(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("%", "\\%", StringComparison.Ordinal)
            .Replace("_", "\\_", StringComparison.Ordinal);
}
