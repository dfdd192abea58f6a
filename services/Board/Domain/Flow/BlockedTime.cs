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
        var blocked = flow.Finished.Where(item => item.Blocked.Count > 0).ToList();
        var reasons = blocked
            .SelectMany(item =>
                item.Blocked.GroupBy(spell => spell.Reason)
                    .Select(reason => (reason.Key, Item: item, Spells: Union(reason, item)))
            )
            .GroupBy(part => part.Key)
            .Select(reason => Of(reason.Key, [.. reason.Select(part => part.Spells)]))
            .OrderByDescending(reason => reason.Ticks)
            .ThenBy(reason => reason.Reason, StringComparer.Ordinal);
        return new(
            flow.Finished.Count,
            blocked.Count,
            flow.Finished.Count == 0 ? null : (double)blocked.Count / flow.Finished.Count,
            blocked.Sum(item => Union(item.Blocked, item).Sum(spell => spell.Ticks)),
            [.. reasons]
        );
    }

    private static BlockedByReason Of(string reason, List<IReadOnlyList<TimeSpan>> items) =>
        new(
            reason,
            items.Count,
            items.Sum(spells => spells.Count),
            items.Sum(spells => spells.Sum(spell => spell.Ticks)),
            Distribution.Of(items.SelectMany(spells => spells))
        );

    /// <summary>The lengths of the pieces that the spells cover together, up to the end of the item.</summary>
    internal static IReadOnlyList<TimeSpan> Union(IEnumerable<BlockedSpell> spells, FlowItem item)
    {
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
}
