using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Admission;

/// <summary>How many cards of one category and class stand in one column.</summary>
internal readonly record struct OccupancyCell(
    Guid ColumnId,
    WorkCategory Category,
    ClassOfService ClassOfService,
    int Cards
);

/// <summary>
/// What stands where on a board, counted. It is real occupancy, never a filtered view, and small whatever the number of
/// cards, so that an admission costs the same on a board of 20,000 cards as on one of 200.
/// </summary>
internal sealed class Occupancy(IReadOnlyList<OccupancyCell> cells)
{
    internal IReadOnlyList<OccupancyCell> Cells => cells;

    internal static Occupancy Empty { get; } = new([]);

    internal int Count(WipLimit limit)
    {
        var count = 0;
        foreach (var cell in cells)
        {
            count += limit.Covers(cell.ColumnId, cell.Category, cell.ClassOfService) ? cell.Cards : 0;
        }

        return count;
    }

    internal int InColumn(Guid columnId) => cells.Where(cell => cell.ColumnId == columnId).Sum(cell => cell.Cards);

    /// <summary>The counts after a card went from one column to another; null stands for outside the board.</summary>
    internal Occupancy After(Guid? from, Guid? to, WorkCategory category, ClassOfService classOfService)
    {
        var counts = cells.ToDictionary(
            cell => (cell.ColumnId, cell.Category, cell.ClassOfService),
            cell => cell.Cards
        );
        Add(from, -1);
        Add(to, 1);
        return new([.. counts.Select(pair => Cell(pair.Key, pair.Value))]);

        void Add(Guid? column, int cards)
        {
            if (column is { } id)
            {
                var key = (id, category, classOfService);
                counts[key] = counts.GetValueOrDefault(key) + cards;
            }
        }
    }

    private static OccupancyCell Cell((Guid Column, WorkCategory Category, ClassOfService Class) key, int cards) =>
        new(key.Column, key.Category, key.Class, cards);
}
