using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Cards;

/// <summary>
/// Splits parts off a card. The whole goes on as one of them and is finished last. A part is a card of its own: it asks
/// for admission like any other, and begins with the whole's c, m and s and its history, so that no measure starts anew.
/// </summary>
internal static class SplitRules
{
    internal const int MostParts = 10;

    /// <param name="blank">The whole as it will be for the part: another id, key and title.</param>
    /// <param name="inherited">The number of facts of the whole that become the part's history.</param>
    internal static Decision Part(BoardState state, CardState whole, CardState blank, Column to, long inherited)
    {
        if (AdmissionPolicy.Decide(state, new(blank, to.Id, AvatarOf: null)) is Admission.Admission.Refused refused)
        {
            return Decision.Refused(refused.Violated, to.Name);
        }

        return Decision.Of(blank with { Version = inherited }, blank with { ColumnId = to.Id }, [.. Facts(whole, to)]);
    }

    internal static Decision Whole(CardState whole, IReadOnlyList<string> keys) =>
        Decision.Of(
            whole,
            whole with
            {
                OpenParts = whole.OpenParts + keys.Count,
            },
            new CardFact(TransitionKind.Split) { Reason = string.Join(", ", keys) }
        );

    /// <summary>Parts begin without owners and blockers, and not beyond where the whole is.</summary>
    internal static ServiceDefaults.Results.Error? Refusal(DefinitionOfWorkflow workflow, CardState whole, Column to) =>
        CardRules.Closed(whole)
        ?? (workflow.IndexOf(to.Id) > workflow.IndexOf(whole.ColumnId) ? CardErrors.PartAhead : null);

    internal static CardState Blank(CardState whole, Guid id, string key, string title) =>
        whole with
        {
            Id = id,
            Key = key,
            Title = title,
            ColumnId = null,
            Owners = [],
            OpenBlockers = [],
            AiAssistance = null,
            WholeId = whole.Id,
            OpenParts = 0,
            Version = 0,
        };

    private static IEnumerable<CardFact> Facts(CardState whole, Column to)
    {
        yield return new(TransitionKind.SplitOff)
        {
            FromColumn = whole.ColumnId,
            ToColumn = to.Id,
            Reason = whole.Key,
        };
        foreach (var blocker in whole.OpenBlockers)
        {
            yield return new(TransitionKind.Unblocked) { BlockerId = blocker };
        }

        if (whole.Owners.Count > 0)
        {
            yield return new(TransitionKind.OwnersChanged) { Owners = [] };
        }
    }
}
