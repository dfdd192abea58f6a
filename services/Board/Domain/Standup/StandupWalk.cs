using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Standup;

/// <summary>Why a card is talked about, most urgent first.</summary>
public enum StandupReason
{
    Blocked,
    BeyondExpectation,
    Stalled,
    Unowned,
    Flowing,
}

/// <summary>An open card as the stand-up looks at it.</summary>
internal sealed record StandupCard(CardState Card, DateTimeOffset LastChange);

/// <summary>
/// Walks the board: columns from right to left, since what is nearest to done is finished first; within a column
/// blocked cards, then those beyond their expectation, then those that stall, then unowned ones; of equals the oldest
/// first.
/// </summary>
internal static class StandupWalk
{
    /// <summary>Without a change for so long a card in progress stalls.</summary>
    internal static readonly TimeSpan StallsAfter = TimeSpan.FromDays(3);

    internal static IReadOnlyList<(Column Column, StandupCard Card, StandupReason Reason)> Order(
        DefinitionOfWorkflow workflow,
        IEnumerable<StandupCard> cards,
        DateTimeOffset now
    ) =>
        [
            .. cards
                .Where(card => card.Card.IsOpen && workflow.Find(card.Card.ColumnId) is { Kind: ColumnKind.InProgress })
                .Select(card => (workflow.Find(card.Card.ColumnId)!, card, Reason(workflow, card, now)))
                .OrderByDescending(step => workflow.IndexOf(step.Item1.Id))
                .ThenBy(step => step.Item3)
                .ThenBy(step => step.card.Card.StartedAt)
                .ThenBy(step => step.card.Card.Id),
        ];

    internal static StandupReason Reason(DefinitionOfWorkflow workflow, StandupCard card, DateTimeOffset now) =>
        card.Card.OpenBlockers.Count > 0 ? StandupReason.Blocked
        : now - card.Card.StartedAt > Expected(workflow, card.Card) ? StandupReason.BeyondExpectation
        : now - card.LastChange > StallsAfter ? StandupReason.Stalled
        : card.Card.Owners.Count == 0 && workflow.Find(card.Card.ColumnId) is { IsActive: true } ? StandupReason.Unowned
        : StandupReason.Flowing;

    /// <summary>
    /// The expectation that says most about this card: one that names its category or class goes first.
    /// </summary>
    private static TimeSpan? Expected(DefinitionOfWorkflow workflow, CardState card) =>
        workflow
            .Expectations.Where(expected => expected.Covers(card.Category, card.ClassOfService))
            .OrderByDescending(e => (e.Category is null ? 0 : 1) + (e.ClassOfService is null ? 0 : 1))
            .Select(expected => (TimeSpan?)TimeSpan.FromDays(expected.Days))
            .FirstOrDefault();
}
