namespace FlowPlatform.Board.Domain.Simulation;

/// <summary>An item that was begun in the simulation, with the work that is left in its column.</summary>
internal sealed class CardInHand(WorkToDo item, double startedDay)
{
    /// <summary>Less than a ten thousandth of a second: what sums of fractions may leave over.</summary>
    internal const double Nothing = 1e-9;

    internal WorkToDo Item { get; } = item;
    internal double StartedDay { get; } = startedDay;
    internal int Place { get; private set; }
    internal double Effort { get; set; } = item.Columns[0].EffortDays;
    internal double Blocked { get; set; } = item.Columns[0].BlockedDays;
    internal bool IsBlocked => Blocked > Nothing;
    internal bool IsWorkedOn => !IsBlocked && Effort > Nothing;
    internal Guid Column => Item.Columns[Place].ColumnId;

    internal void EnterNext()
    {
        Place++;
        (Effort, Blocked) = (Item.Columns[Place].EffortDays, Item.Columns[Place].BlockedDays);
    }
}
