using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Board.Domain.Cards;

/// <summary>What an act on a card comes to: a change, or a refusal that may name violated limits.</summary>
internal sealed record Decision
{
    public CardChange? Change { get; private init; }
    public Error? Refusal { get; private init; }
    public IReadOnlyList<ViolatedLimit> Violated { get; private init; } = [];

    /// <summary>The card as it stands, where the act changes nothing: nothing is written, and it is no refusal.</summary>
    public CardState? Unchanged { get; private init; }

    /// <summary>The name of the column that the card was to enter, where limits refused it.</summary>
    public string? ToColumn { get; private init; }

    internal static Decision Of(CardState before, CardState after, params IReadOnlyList<CardFact> facts) =>
        new() { Change = new(before, after with { Version = before.Version + facts.Count }, facts) };

    internal static Decision Nothing(CardState card) => new() { Unchanged = card };

    internal static Decision Refused(IReadOnlyList<ViolatedLimit> violated, string? toColumn = null) =>
        new()
        {
            Refusal = AdmissionErrors.Refused(violated),
            Violated = violated,
            ToColumn = toColumn,
        };

    /// <summary>The same change with the card at another place of its column.</summary>
    internal Decision At(double position) =>
        Change is { } change
            ? this with
            {
                Change = change with { After = change.After with { Position = position } },
            }
            : this;

    public static implicit operator Decision(Error refusal) => new() { Refusal = refusal };
}
