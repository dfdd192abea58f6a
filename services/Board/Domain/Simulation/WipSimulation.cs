namespace FlowPlatform.Board.Domain.Simulation;

/// <summary>The limits under which the history is replayed. A column that is not named has no limit.</summary>
internal sealed record SimulatedLimits(IReadOnlyDictionary<Guid, int> Columns, int People, int PerPerson);

/// <summary>When an item would have been begun and finished.</summary>
internal readonly record struct SimulatedItem(Guid Id, double CommittedDay, double StartedDay, double FinishedDay);

/// <summary>
/// Replays committed items through columns with limits, in the order of commitment. People give all their attention, in
/// equal parts, to the items in hand; an item that is done with a column waits there, and takes its place, until the next
/// one has room. Deterministic. Costs the number of column entries times the work in progress.
/// </summary>
internal sealed class WipSimulation(SimulatedLimits limits, IReadOnlyList<WorkToDo> items)
{
    private readonly DateTimeOffset _origin = items.Count > 0 ? items[0].CommittedAt : default;
    private readonly List<CardInHand> _running = [];
    private readonly Dictionary<Guid, int> _occupied = [];
    private readonly List<SimulatedItem> _done = [];
    private int _next;
    private double _now;

    internal static IReadOnlyList<SimulatedItem> Run(SimulatedLimits limits, IReadOnlyList<WorkToDo> items) =>
        new WipSimulation(limits, [.. items.Where(item => item.Columns.Count > 0)]).Run();

    private List<SimulatedItem> Run()
    {
        while (true)
        {
            while (MoveOn() || Start()) { }

            var step = NextStep();
            // All is done, or nothing can ever move again: a limit of zero. What is left is not finished.
            if (double.IsPositiveInfinity(step))
            {
                return _done;
            }

            Advance(step);
        }
    }

    /// <summary>Moves every item that is done with its column and has room ahead, furthest first.</summary>
    private bool MoveOn()
    {
        var moved = false;
        foreach (var item in _running.OrderByDescending(item => item.Place).ToList())
        {
            if (item.IsBlocked || item.IsWorkedOn)
            {
                continue;
            }

            if (item.Place + 1 == item.Item.Columns.Count)
            {
                Leave(item.Column);
                _running.Remove(item);
                _done.Add(new(item.Item.Id, DayOf(item.Item), item.StartedDay, _now));
                moved = true;
            }
            else if (Enter(item.Item.Columns[item.Place + 1].ColumnId))
            {
                Leave(item.Column);
                item.EnterNext();
                moved = true;
            }
        }

        return moved;
    }

    private bool Start()
    {
        if (
            _next == items.Count
            || DayOf(items[_next]) > _now + CardInHand.Nothing
            || _running.Count >= limits.People * limits.PerPerson
            || !Enter(items[_next].Columns[0].ColumnId)
        )
        {
            return false;
        }

        _running.Add(new(items[_next++], _now));
        return true;
    }

    private double NextStep()
    {
        var rate = Rate();
        var step =
            _next < items.Count && DayOf(items[_next]) > _now ? DayOf(items[_next]) - _now : double.PositiveInfinity;
        foreach (var item in _running)
        {
            step = Math.Min(
                step,
                item.IsBlocked ? item.Blocked
                    : item.IsWorkedOn ? item.Effort / rate
                    : double.PositiveInfinity
            );
        }

        return step;
    }

    private void Advance(double step)
    {
        var rate = Rate();
        foreach (var item in _running)
        {
            if (item.IsBlocked)
            {
                item.Blocked -= step;
            }
            else if (item.IsWorkedOn)
            {
                item.Effort -= step * rate;
            }
        }

        _now += step;
    }

    /// <summary>How much of a person an item gets: never more than one, less where there are more items than people.</summary>
    private double Rate() => Math.Min(1, (double)limits.People / Math.Max(1, _running.Count(item => item.IsWorkedOn)));

    private bool Enter(Guid column)
    {
        var occupied = _occupied.GetValueOrDefault(column);
        if (limits.Columns.TryGetValue(column, out var limit) && occupied >= limit)
        {
            return false;
        }

        _occupied[column] = occupied + 1;
        return true;
    }

    private void Leave(Guid column) => _occupied[column]--;

    private double DayOf(WorkToDo item) => (item.CommittedAt - _origin).TotalDays;
}
