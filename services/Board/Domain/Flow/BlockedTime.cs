namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// How long items were blocked for a reason: spells and times are of the union of an item's blockers with that reason,
/// so that two blockers at once count once.
/// </summary>
internal sealed record BlockedByReason(string Reason, int Items, int Spells, long Ticks, Distribution Lengths);

/// <summary>
/// Blocked time of the items finished in a window. Over all reasons too it is the union, so that the reasons may add up
/// to more than the total. Rate is items ever blocked / items finished.
/// </summary>
internal sealed record BlockedTime(
    int Finished,
    int EverBlocked,
    double? Rate,
    long Ticks,
    IReadOnlyList<BlockedByReason> Reasons
)
{
    internal static BlockedTime Of(FlowSample flow)
    {
        var reasons = new Dictionary<string, (int Items, List<TimeSpan> Spells)>(StringComparer.Ordinal);
        var (blocked, ticks) = (0, 0L);
        foreach (var item in flow.Finished)
        {
            blocked += item.Blocked.Count > 0 ? 1 : 0;
            ticks += OfItem(item);
            foreach (var reason in ReasonsOf(item))
            {
                var (items, spells) = reasons.GetValueOrDefault(reason, (0, []));
                spells.AddRange(
                    item.Blocked.Count == 1
                        ? Union(item.Blocked, item)
                        : Union(item.Blocked.Where(spell => spell.Reason == reason), item)
                );
                reasons[reason] = (items + 1, spells);
            }
        }

        return new(
            flow.Finished.Count,
            blocked,
            flow.Finished.Count == 0 ? null : (double)blocked / flow.Finished.Count,
            ticks,
            [
                .. reasons
                    .Select(reason => Of(reason.Key, reason.Value.Items, reason.Value.Spells))
                    .OrderByDescending(reason => reason.Ticks)
                    .ThenBy(reason => reason.Reason, StringComparer.Ordinal),
            ]
        );
    }

    private static IEnumerable<string> ReasonsOf(FlowItem item) =>
        item.Blocked.Count switch
        {
            0 => [],
            1 => [item.Blocked[0].Reason],
            _ => item.Blocked.Select(spell => spell.Reason).Distinct(),
        };

    private static BlockedByReason Of(string reason, int items, List<TimeSpan> spells) =>
        new(reason, items, spells.Count, spells.Sum(spell => spell.Ticks), Distribution.Of(spells));

    /// <summary>How long an item was blocked, for whatever reason.</summary>
    internal static long OfItem(FlowItem item) =>
        item.Blocked.Count == 0 ? 0 : Union(item.Blocked, item).Sum(spell => spell.Ticks);

    /// <summary>The lengths of the pieces that the spells cover together, up to the end of the item.</summary>
    internal static IReadOnlyList<TimeSpan> Union(IEnumerable<BlockedSpell> spells, FlowItem item)
    {
        if (spells.TryGetNonEnumeratedCount(out var count) && count == 1)
        {
            return [Length(spells.First(), item)];
        }

        var pieces = new List<(DateTimeOffset From, DateTimeOffset To)>();
        foreach (var spell in spells.OrderBy(spell => spell.From))
        {
            var to = spell.To ?? item.EndedAt ?? spell.From;
            if (pieces is [.., var last] && spell.From <= last.To)
            {
                pieces[^1] = (last.From, to > last.To ? to : last.To);
            }
            else
            {
                pieces.Add((spell.From, to));
            }
        }

        return [.. pieces.Select(piece => piece.To - piece.From)];
    }

    private static TimeSpan Length(BlockedSpell spell, FlowItem item) =>
        (spell.To ?? item.EndedAt ?? spell.From) - spell.From;
}
