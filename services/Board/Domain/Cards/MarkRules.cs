namespace FlowPlatform.Board.Domain.Cards;

/// <summary>What people mark on a card. What is marked already is written once: the same again changes nothing.</summary>
internal static class MarkRules
{
    internal const int MostTags = 20;
    internal const int TagLength = 40;
    internal const int AiAssistanceLength = 500;

    internal static Decision Tag(CardState card, IEnumerable<string> tags)
    {
        List<string> wanted =
        [
            .. tags.Select(tag => tag.Trim())
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Order(StringComparer.OrdinalIgnoreCase),
        ];
        if (wanted.Count > MostTags || wanted.Exists(tag => tag.Length is 0 or > TagLength))
        {
            return CardErrors.TooManyTags;
        }

        return card.ArchivedAt is not null ? CardErrors.Archived
            : wanted.SequenceEqual(card.Tags) ? Decision.Nothing(card)
            : Decision.Of(
                card,
                card with
                {
                    Tags = wanted,
                },
                new CardFact(TransitionKind.Tagged) { Note = string.Join(", ", wanted) }
            );
    }

    internal static Decision SayAiAssistance(CardState card, string? how) =>
        card.ArchivedAt is not null ? CardErrors.Archived
        : how == card.AiAssistance ? Decision.Nothing(card)
        : Decision.Of(
            card,
            card with
            {
                AiAssistance = how,
            },
            new CardFact(TransitionKind.AiAssistanceChanged) { Reason = how }
        );

    internal static Decision SetDueDate(CardState card, DateOnly? dueDate) =>
        CardRules.Closed(card) is { } closed ? closed
        : dueDate == card.DueDate ? Decision.Nothing(card)
        : Decision.Of(
            card,
            card with
            {
                DueDate = dueDate,
            },
            new CardFact(TransitionKind.DueDateChanged) { Note = $"{card.DueDate:O} > {dueDate:O}" }
        );

    internal static Decision Archive(CardState card, DateTimeOffset now) =>
        card.IsOpen ? CardErrors.Open
        : card.ArchivedAt is not null ? Decision.Nothing(card)
        : Decision.Of(card, card with { ArchivedAt = now }, new CardFact(TransitionKind.Archived));

    internal static Decision Restore(CardState card) =>
        card.ArchivedAt is null
            ? CardErrors.NotArchived
            : Decision.Of(card, card with { ArchivedAt = null }, new CardFact(TransitionKind.Restored));
}
