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
        List<PartBlocked> parts = [.. flow.Parts.Select(part => part.Made(PartBlocked.Of))];
        var (finished, blocked) = (flow.FinishedCount, parts.Sum(part => part.EverBlocked));
        return new(
            finished,
            blocked,
            finished == 0 ? null : (double)blocked / finished,
            parts.Sum(part => part.Ticks),
            [
                .. parts
                    .SelectMany(part => part.Reasons)
                    .GroupBy(reason => reason.Key, reason => reason.Value, StringComparer.Ordinal)
                    .Select(reason => Of(reason.Key, [.. reason]))
                    .OrderByDescending(reason => reason.Ticks)
                    .ThenBy(reason => reason.Reason, StringComparer.Ordinal),
            ]
        );
    }

    private static BlockedByReason Of(string reason, IReadOnlyList<(int Items, long[] Spells)> parts) =>
        new(
            reason,
            parts.Sum(part => part.Items),
            parts.Sum(part => part.Spells.Length),
            parts.Sum(part => part.Spells.Sum()),
            Distribution.OfSorted([.. parts.Select(part => part.Spells)])
        );

    /// <summary>How long an item was blocked, for whatever reason.</summary>
    internal static long OfItem(FlowItem item) =>
        item.Blocked.Count == 0 ? 0 : Union(item.Blocked, item).Sum(spell => spell.Ticks);

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

/// <summary>What of a part was blocked: how many items for each reason, and their spells ascending, in ticks.</summary>
internal sealed record PartBlocked(
    int EverBlocked,
    long Ticks,
    IReadOnlyDictionary<string, (int Items, long[] Spells)> Reasons
)
{
    internal static PartBlocked Of(FlowPart part)
    {
        var reasons = new Dictionary<string, (int Items, List<long> Spells)>(StringComparer.Ordinal);
        var (blocked, ticks) = (0, 0L);
        foreach (var item in part.Finished.Where(item => item.Blocked.Count > 0))
        {
            blocked++;
            ticks += BlockedTime.OfItem(item);
            foreach (var spells in item.Blocked.GroupBy(spell => spell.Reason, StringComparer.Ordinal))
            {
                var (items, lengths) = reasons.GetValueOrDefault(spells.Key, (0, []));
                lengths.AddRange(BlockedTime.Union(spells, item).Select(length => length.Ticks));
                reasons[spells.Key] = (items + 1, lengths);
            }
        }

        return new(
            blocked,
            ticks,
            reasons.ToDictionary(of => of.Key, of => (of.Value.Items, Runs.Sorted(of.Value.Spells)))
        );
    }
}
