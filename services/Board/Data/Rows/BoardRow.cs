namespace FlowPlatform.Board.Data.Rows;

/// <summary>
/// A board. Version counts the transitions of all its cards: it is the ETag of the board and the id of its events.
/// </summary>
internal sealed class BoardRow
{
    internal const int NameLength = 120;

    public required Guid Id { get; init; }
    public required Guid TeamId { get; init; }
    public required string Name { get; set; }
    public required int WorkflowVersion { get; set; }
    public required long Version { get; set; }

    /// <summary>The version with which a column was last numbered anew: cards moved that no transition names.</summary>
    public long OrderVersion { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}
