namespace FlowPlatform.Board.Domain.Cards;

/// <summary>
/// What other services tell about a card: it changes nothing that a limit counts, and stands in the history.
/// </summary>
internal static class NoteRules
{
    internal static Decision Approval(CardState card, TransitionKind kind, Guid changeId) =>
        Decision.Of(card, card, new CardFact(kind) { Reason = changeId.ToString() });

    internal static Decision Edit(CardState card, string title, DateOnly? dueDate, bool isRegulated) =>
        Decision.Of(
            card,
            card with
            {
                Title = title,
                DueDate = dueDate,
                IsRegulated = isRegulated,
            },
            new CardFact(TransitionKind.Edited)
        );
}
