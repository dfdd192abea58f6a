namespace FlowPlatform.Board.Data.Rows;

/// <summary>A version of a board's definition of workflow; written once and never changed.</summary>
internal sealed class WorkflowRow
{
    public required Guid BoardId { get; init; }
    public required int Version { get; init; }
    public required string Definition { get; init; }
    public required DateTimeOffset SavedAt { get; init; }
    public required Guid SavedBy { get; init; }
}
