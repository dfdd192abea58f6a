using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Domain.Simulation;

/// <summary>
/// What a column asked of an item: effort, in days of one person's whole attention, and the days that blockers stopped
/// it, which no limit changes.
/// </summary>
internal readonly record struct ColumnWork(Guid ColumnId, double EffortDays, double BlockedDays);

/// <summary>An item of the history as the simulator takes it up again.</summary>
internal sealed record WorkToDo(Guid Id, DateTimeOffset CommittedAt, IReadOnlyList<ColumnWork> Columns);

/// <summary>
/// Reads the work out of the history. Attention is shared: while more items were active than people had avatars on them,
/// each item got its part only. The effort of an item in a column is the sum of what it got there.
/// </summary>
internal static class WorkContent
{
    /// <summary>The work of the finished items, and the most people that were active at one time.</summary>
    internal static (IReadOnlyList<WorkToDo> Items, int People) Of(FlowSample flow)
    {
        var active = flow.Items.SelectMany(item => Active(flow, item)).ToList();
        var (effort, people) = Shared(active);
        return (
            [
                .. flow
                    .Finished.OrderBy(item => item.CommittedAt)
                    .Select(item => new WorkToDo(item.Id, item.CommittedAt, Columns(flow, item, effort))),
            ],
            people
        );
    }

    private sealed record Spell(Guid ItemId, Guid ColumnId, Guid PersonId, DateTimeOffset From, DateTimeOffset To);

    /// <summary>When somebody had an avatar on an item that stood in an active column and was not blocked.</summary>
    private static IEnumerable<Spell> Active(FlowSample flow, FlowItem item) =>
        from stay in item.Intervals()
        where flow.Workflow.Find(stay.ColumnId)?.IsActive == true
        from holding in item.Holdings
        let begin = Later(stay.From, holding.From)
        let end = Earlier(Earlier(stay.To ?? flow.Window.To, holding.To ?? flow.Window.To), flow.Window.To)
        from piece in Without(item.Blocked, begin, end)
        select new Spell(item.Id, stay.ColumnId, holding.PersonId, piece.From, piece.To);

    /// <summary>What is left of a stretch of time, if it is one, without what was blocked.</summary>
    private static IEnumerable<Window> Without(
        IEnumerable<BlockedSpell> blocked,
        DateTimeOffset from,
        DateTimeOffset to
    )
    {
        foreach (var spell in blocked.OrderBy(spell => spell.From))
        {
            if (spell.From >= to)
            {
                break;
            }

            if (spell.From > from)
            {
                yield return new(from, spell.From);
            }

            from = Later(from, spell.To ?? to);
        }

        if (from < to)
        {
            yield return new(from, to);
        }
    }

    /// <summary>Each person's attention goes in equal parts to the items they are active on at the time.</summary>
    private static (Dictionary<(Guid Item, Guid Column), double> Effort, int People) Shared(List<Spell> spells)
    {
        var effort = new Dictionary<(Guid, Guid), double>();
        foreach (var person in spells.GroupBy(spell => spell.PersonId))
        {
            var steps = Steps.Of(person.Select(spell => (spell.From, (DateTimeOffset?)spell.To)));
            foreach (var spell in person)
            {
                var days = steps.Pieces(new(spell.From, spell.To)).Sum(p => p.Piece.Length.TotalDays / p.Count);
                var key = (spell.ItemId, spell.ColumnId);
                effort[key] = effort.GetValueOrDefault(key) + days;
            }
        }

        return (effort, MostPeople(spells));
    }

    private static int MostPeople(List<Spell> spells)
    {
        if (spells.Count == 0)
        {
            return 1;
        }

        var working = spells.GroupBy(spell => spell.PersonId).SelectMany(BusyTimes);
        var steps = Steps.Of(working.Select(busy => (busy.From, (DateTimeOffset?)busy.To)));
        return steps.Pieces(new(spells.Min(spell => spell.From), spells.Max(spell => spell.To))).Max(p => p.Count);
    }

    /// <summary>When a person was active on something, as a union.</summary>
    private static IEnumerable<Window> BusyTimes(IEnumerable<Spell> spells)
    {
        Window? busy = null;
        foreach (var spell in spells.OrderBy(spell => spell.From))
        {
            if (busy is { } last && spell.From <= last.To)
            {
                busy = last with { To = Later(last.To, spell.To) };
                continue;
            }

            if (busy is { } done)
            {
                yield return done;
            }

            busy = new(spell.From, spell.To);
        }

        if (busy is { } end)
        {
            yield return end;
        }
    }

    private static List<ColumnWork> Columns(FlowSample flow, FlowItem item, Dictionary<(Guid, Guid), double> effort) =>
        [
            .. item.Intervals()
                .Where(stay => flow.Workflow.Find(stay.ColumnId)?.Kind == Workflow.ColumnKind.InProgress)
                .GroupBy(stay => stay.ColumnId)
                .OrderBy(column => flow.Workflow.IndexOf(column.Key))
                .Select(column => new ColumnWork(
                    column.Key,
                    effort.GetValueOrDefault((item.Id, column.Key)),
                    column.Sum(stay => Blocked(item, new(stay.From, stay.To ?? flow.Window.To)))
                )),
        ];

    private static double Blocked(FlowItem item, Window stay) =>
        stay.Length.TotalDays - Without(item.Blocked, stay.From, stay.To).Sum(piece => piece.Length.TotalDays);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
