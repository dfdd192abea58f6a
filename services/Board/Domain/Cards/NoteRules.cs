namespace FlowPlatform.Board.Domain.Cards;

/// <summary>
/// What is told about a card: it changes nothing that a limit counts, and stands in the history.
/// </summary>
internal static class NoteRules
{
    private const int NoteLength = 200;

    internal static Decision Approval(CardState card, TransitionKind kind, Guid changeId) =>
        Decision.Of(card, card, new CardFact(kind) { Reason = changeId.ToString() });

    internal static Decision HandOverRequest(CardState card, Guid absent) =>
        Decision.Of(card, card, new CardFact(TransitionKind.HandOverRequested) { Reason = absent.ToString() });

    /// <summary>Comments, checklists and attachments: what was done, and to what. Archived cards rest.</summary>
    internal static Decision Note(CardState card, TransitionKind kind, string what, string? text = null) =>
        card.ArchivedAt is null
            ? Decision.Of(card, card, new CardFact(kind) { Reason = what, Note = Shortened(text) })
            : CardErrors.Archived;

    private static string? Shortened(string? text) => text?.Length > NoteLength ? text[..NoteLength] : text;

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
