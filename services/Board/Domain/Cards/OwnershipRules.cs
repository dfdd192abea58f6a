using FlowPlatform.Board.Domain.Admission;

namespace FlowPlatform.Board.Domain.Cards;

/// <summary>
/// Avatars are tokens that are conserved: what is not placed is free, and a card is owned by placed tokens alone.
/// </summary>
internal static class OwnershipRules
{
    internal static Decision Own(BoardState state, CardState card, Guid person)
    {
        if (CardRules.Closed(card) is { } closed)
        {
            return closed;
        }

        if (card.Owners.Contains(person))
        {
            return CardErrors.AlreadyOwned;
        }

        return AdmissionPolicy.Decide(state, new(card, ToColumn: null, person)) is Admission.Admission.Refused refused
            ? Decision.Refused(refused.Violated)
            : Owned(card, [.. card.Owners, person]);
    }

    internal static Decision Disown(CardState card, Guid person) =>
        card.Owners.Contains(person)
            ? Owned(card, [.. card.Owners.Where(owner => owner != person)])
            : CardErrors.NotOwned;

    /// <summary>Hand-over: the avatar of an absent person goes back, and another one's takes its place.</summary>
    internal static Decision TakeOver(BoardState state, CardState card, Guid from, Guid to)
    {
        if (CardRules.Closed(card) is { } closed)
        {
            return closed;
        }

        if (!card.Owners.Contains(from))
        {
            return CardErrors.NotOwned;
        }

        if (!state.Absent.Contains(from) || from == to)
        {
            return CardErrors.NotAbsent;
        }

        var others = card.Owners.Where(owner => owner != from && owner != to);
        return AdmissionPolicy.Decide(state, new(card, ToColumn: null, to)) is Admission.Admission.Refused refused
            ? Decision.Refused(refused.Violated)
            : Owned(card, [.. others, to], from.ToString());
    }

    private static Decision Owned(CardState card, IReadOnlyList<Guid> owners, string? takenOverFrom = null) =>
        Decision.Of(
            card,
            card with
            {
                Owners = owners,
            },
            new CardFact(TransitionKind.OwnersChanged) { Owners = owners, Reason = takenOverFrom }
        );
}
