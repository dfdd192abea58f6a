using FlowPlatform.Board.Domain.Admission;

namespace FlowPlatform.Board.Domain.Cards;

/// <summary>The last act on a card, as its history tells it, with what held before it.</summary>
/// <param name="Version">The card's version after the act.</param>
/// <param name="HasStarted">The act was the start of work: the instant s.</param>
internal sealed record LastAct(
    TransitionKind Kind,
    Guid By,
    Guid? FromColumn,
    IReadOnlyList<Guid> OwnersBefore,
    bool HasStarted,
    long Version
);

/// <summary>
/// Taking back one's own last move. It asks the same admission as any move: the place that was left, and the avatars
/// that were freed, may be taken by now. s and f are again what they were.
/// </summary>
internal static class UndoRules
{
    internal static Decision Undo(BoardState state, CardState card, LastAct last, Guid by)
    {
        if (last.Version != card.Version)
        {
            return CardErrors.HappenedSince;
        }

        if (last.Kind != TransitionKind.Moved || state.Workflow.Find(last.FromColumn) is not { } from)
        {
            return CardErrors.NothingToUndo;
        }

        if (last.By != by)
        {
            return CardErrors.NotYourMove;
        }

        var violated = Violated(state, card, from.Id, [.. last.OwnersBefore.Except(card.Owners)]);
        if (violated.Count > 0)
        {
            return Decision.Refused(violated, from.Name);
        }

        var after = card with
        {
            ColumnId = from.Id,
            Owners = last.OwnersBefore,
            StartedAt = last.HasStarted ? null : card.StartedAt,
            FinishedAt = null,
        };
        var back = new CardFact(TransitionKind.Undone) { FromColumn = card.ColumnId, ToColumn = from.Id };
        return last.OwnersBefore.SequenceEqual(card.Owners)
            ? Decision.Of(card, after, back)
            : Decision.Of(card, after, back, new(TransitionKind.OwnersChanged) { Owners = last.OwnersBefore });
    }

    private static List<ViolatedLimit> Violated(BoardState state, CardState card, Guid from, List<Guid> people)
    {
        IEnumerable<MoveCommand> asked =
        [
            new(card, from, AvatarOf: null),
            .. people.Select(person => new MoveCommand(card, ToColumn: null, person)),
        ];
        return
        [
            .. asked
                .Select(command => AdmissionPolicy.Decide(state, command))
                .OfType<Admission.Admission.Refused>()
                .SelectMany(refused => refused.Violated),
        ];
    }
}
