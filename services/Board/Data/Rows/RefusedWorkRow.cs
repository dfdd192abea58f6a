namespace FlowPlatform.Board.Data.Rows;

/// <summary>
/// A commitment that the board did not admit: visible, with the reason, until it is admitted by a retry.
/// </summary>
internal sealed class RefusedWorkRow
{
    public required Guid Id { get; init; }
    public required Guid BoardId { get; init; }
    public required Guid WorkItemId { get; init; }
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required string Code { get; set; }
    public required string Reason { get; set; }

    /// <summary>The message WorkItemCommitted as it came, so that a retry judges the same thing again.</summary>
    public required string Commitment { get; init; }
    public required DateTimeOffset RefusedAt { get; init; }
    public int Attempts { get; set; }
    public DateTimeOffset? AdmittedAt { get; set; }
}
