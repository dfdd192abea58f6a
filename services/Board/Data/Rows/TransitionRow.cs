using FlowPlatform.Board.Domain.Cards;

namespace FlowPlatform.Board.Data.Rows;

/// <summary>
/// A row of the history: inserted once, never changed. Sequence is the board's version after it, so that the history of
/// a board is gapless and a stream of its events can be taken up anywhere.
/// </summary>
internal sealed class TransitionRow
{
    public required Guid BoardId { get; init; }
    public required long Sequence { get; init; }

    /// <summary>Null where the board itself changed: its definition of workflow.</summary>
    public Guid? CardId { get; init; }
    public long? CardVersion { get; init; }
    public required TransitionKind Kind { get; init; }
    public Guid? FromColumn { get; init; }
    public Guid? ToColumn { get; init; }
    public Guid? BlockerId { get; init; }
    public string? Reason { get; init; }
    public string? Note { get; init; }
    public IReadOnlyList<Guid>? Owners { get; init; }
    public required int WorkflowVersion { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid By { get; init; }
}
