using FlowPlatform.Board.Domain.Cards;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// Reads a card's history into what the measures need: stays, causes, blocked spells and holdings. A pure function of
/// the card's instants and facts, so that what is stored of it can be thrown away and made again.
/// </summary>
internal static class ItemHistory
{
    /// <summary>The item with its history. Facts stand in the order of the history.</summary>
    internal static FlowItem Of(FlowItem card, IReadOnlyList<AccountFact> facts, WorkflowVersions workflows) =>
        card with
        {
            Stays = Stays(facts),
            Causes = card.EndedAt is { } end ? Causes(WasteAccount.Of(workflows, card.CommittedAt, end, facts)) : [],
            Blocked = Blocked(facts, card.EndedAt),
            Holdings = Holdings(facts, card.EndedAt),
        };

    private static List<ColumnStay> Stays(IReadOnlyList<AccountFact> facts)
    {
        var stays = new List<ColumnStay>();
        foreach (var fact in facts)
        {
            if (fact.ToColumn is { } column && (stays.Count == 0 || stays[^1].ColumnId != column))
            {
                stays.Add(new(column, fact.At));
            }
        }

        return stays;
    }

    internal static List<CauseTime> Causes(IEnumerable<TimePiece> pieces) =>
        [
            .. pieces
                .GroupBy(piece => (piece.Class, piece.Reason))
                .Select(cause => new CauseTime(
                    cause.Key.Class,
                    cause.Key.Reason,
                    cause.Sum(piece => piece.Length.Ticks)
                ))
                .OrderBy(cause => cause.Class)
                .ThenBy(cause => cause.Reason, StringComparer.Ordinal),
        ];

    private static List<BlockedSpell> Blocked(IReadOnlyList<AccountFact> facts, DateTimeOffset? end)
    {
        var open = new Dictionary<Guid, BlockedSpell>();
        var spells = new List<BlockedSpell>();
        foreach (var fact in facts)
        {
            var blocker = fact.BlockerId ?? Guid.Empty;
            if (fact.Kind == TransitionKind.Blocked)
            {
                open.TryAdd(blocker, new(fact.Reason ?? nameof(BlockerReason.Other), fact.At, null));
            }
            else if (fact.Kind == TransitionKind.Unblocked && open.Remove(blocker, out var spell))
            {
                spells.Add(spell with { To = fact.At });
            }
        }

        spells.AddRange(open.Values.Select(spell => spell with { To = end }));
        return spells;
    }

    private static List<Holding> Holdings(IReadOnlyList<AccountFact> facts, DateTimeOffset? end)
    {
        var open = new Dictionary<Guid, DateTimeOffset>();
        var holdings = new List<Holding>();
        foreach (var fact in facts.Where(fact => fact.Owners is not null))
        {
            foreach (var gone in open.Keys.Except(fact.Owners!).ToList())
            {
                open.Remove(gone, out var from);
                holdings.Add(new(gone, from, fact.At));
            }

            foreach (var come in fact.Owners!)
            {
                open.TryAdd(come, fact.At);
            }
        }

        holdings.AddRange(open.Select(still => new Holding(still.Key, still.Value, end)));
        return holdings;
    }
}
