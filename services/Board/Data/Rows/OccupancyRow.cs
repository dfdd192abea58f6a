using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Data.Rows;

/// <summary>
/// The number of cards of a category and class in a column, kept with every move under the board's lock: an admission
/// reads a few dozen such rows instead of counting cards.
/// </summary>
internal sealed class OccupancyRow
{
    public required Guid BoardId { get; init; }
    public required Guid ColumnId { get; init; }
    public required WorkCategory Category { get; init; }
    public required ClassOfService ClassOfService { get; init; }
    public required int Cards { get; init; }
}
