using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Cards;

/// <summary>
/// Entering columns: placing, moving, pulling, finishing and reopening. All of them ask the admission policy.
/// </summary>
internal static class CardRules
{
    /// <summary>A committed work item enters To do; an expedite with the reason why it could not wait.</summary>
    internal static Decision Place(BoardState state, CardState card, string? reason = null)
    {
        var (to, at) = (state.Workflow.CommitmentColumn, card.CommittedAt);
        return Because(card, reason, Enter(state, card, to, avatarOf: null, at, TransitionKind.Placed));
    }

    /// <summary>Moves a card; with an avatar it is a pull.</summary>
    internal static Decision Move(BoardState state, CardState card, Column to, Guid? avatarOf, DateTimeOffset now)
    {
        if (Closed(card) is { } closed)
        {
            return closed;
        }

        if (card.ColumnId == to.Id)
        {
            return CardErrors.AlreadyThere;
        }

        if (to.Kind == ColumnKind.Done && card.OpenParts > 0)
        {
            return CardErrors.PartsOpen;
        }

        var isForward = state.Workflow.IndexOf(to.Id) > state.Workflow.IndexOf(card.ColumnId);
        return isForward && card.OpenBlockers.Count > 0
            ? CardErrors.Blocked
            : Enter(state, card, to, avatarOf, now, TransitionKind.Moved);
    }

    /// <summary>
    /// Takes a finished card back into the flow; f is cleared and set again when it is finished again.
    /// </summary>
    internal static Decision Reopen(BoardState state, CardState card, Column to, string reason, DateTimeOffset now)
    {
        if (card.FinishedAt is null)
        {
            return card.AbandonedAt is null ? CardErrors.NotFinished : CardErrors.Abandoned;
        }

        if (card.ArchivedAt is not null)
        {
            return CardErrors.Archived;
        }

        if (to.Kind == ColumnKind.Done)
        {
            return CardErrors.AlreadyThere;
        }

        var reopened = card with { FinishedAt = null, ReopenCount = card.ReopenCount + 1 };
        var entered = Enter(state, reopened, to, avatarOf: null, now, TransitionKind.Reopened);
        return Because(card, reason, entered);
    }

    /// <summary>Another place within the column; no limit is asked, nothing enters anywhere.</summary>
    internal static Decision Reorder(CardState card)
    {
        var fact = new CardFact(TransitionKind.Reordered) { FromColumn = card.ColumnId, ToColumn = card.ColumnId };
        return Closed(card) is { } closed ? closed : Decision.Of(card, card, fact);
    }

    /// <summary>
    /// Who does not say otherwise pulls: an unowned card that enters an active column gets the mover's avatar.
    /// </summary>
    internal static bool IsPullByDefault(CardState card, Column to) => to.IsActive && card.Owners.Count == 0;

    internal static ServiceDefaults.Results.Error? Closed(CardState card) =>
        card.FinishedAt is not null ? CardErrors.Finished
        : card.AbandonedAt is not null ? CardErrors.Abandoned
        : null;

    private static Decision Because(CardState before, string? reason, Decision decision) =>
        decision.Change is { } change
            ? Decision.Of(before, change.After, [.. change.Facts.Select(fact => fact with { Reason = reason })])
            : decision;

    private static Decision Enter(
        BoardState state,
        CardState card,
        Column to,
        Guid? avatarOf,
        DateTimeOffset now,
        TransitionKind kind
    )
    {
        if (AdmissionPolicy.Decide(state, new(card, to.Id, avatarOf)) is Admission.Admission.Refused refused)
        {
            return Decision.Refused(refused.Violated, to.Name);
        }

        var isDone = to.Kind == ColumnKind.Done;
        var after = card with
        {
            ColumnId = to.Id,
            StartedAt = to.Kind == ColumnKind.Committed ? card.StartedAt : card.StartedAt ?? now,
            FinishedAt = isDone ? now : null,
            Owners = isDone ? [] : WithAvatar(card.Owners, avatarOf),
        };
        return Decision.Of(card, after, [.. Facts(card, after, kind)]);
    }

    private static IEnumerable<CardFact> Facts(CardState card, CardState after, TransitionKind kind)
    {
        yield return new(kind) { FromColumn = card.ColumnId, ToColumn = after.ColumnId };
        if (!after.Owners.SequenceEqual(card.Owners))
        {
            yield return new(TransitionKind.OwnersChanged) { Owners = after.Owners };
        }

        if (after.FinishedAt is not null)
        {
            yield return new(TransitionKind.Finished) { FromColumn = card.ColumnId, ToColumn = after.ColumnId };
        }
    }

    private static IReadOnlyList<Guid> WithAvatar(IReadOnlyList<Guid> owners, Guid? avatarOf) =>
        avatarOf is { } person && !owners.Contains(person) ? [.. owners, person] : owners;
}
