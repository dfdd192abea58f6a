using FlowPlatform.Board.Domain.Workflow;
using NpgsqlTypes;

namespace FlowPlatform.Board.Data.Rows;

/// <summary>
/// What the measures need of a card, worked out from its history; made anew whenever the card's history grows, so that
/// it can be thrown away at any time. Times within arrays are ticks of 100 ns, UTC.
/// </summary>
internal sealed class FlowItemRow
{
    public required Guid CardId { get; init; }
    public required Guid BoardId { get; init; }
    public required string Key { get; init; }
    public required WorkCategory Category { get; init; }
    public required ClassOfService ClassOfService { get; init; }
    public Guid? OutcomeId { get; init; }
    public required DateTimeOffset AcceptedAt { get; init; }
    public required DateTimeOffset CommittedAt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; init; }
    public DateTimeOffset? AbandonedAt { get; init; }
    public required int ReopenCount { get; init; }

    /// <summary>The month in which it ended, as year × 12 + month − 1; null while it is open.</summary>
    public int? EndedMonth { get; init; }

    /// <summary>The furthest column that it reached, in the order of the definition when this row was made.</summary>
    public Guid? Furthest { get; init; }
    public required Guid[] StayColumns { get; init; }
    public required long[] StayAt { get; init; }
    public required string[] Causes { get; init; }
    public required long[] CauseTicks { get; init; }
    public required string[] BlockedReasons { get; init; }
    public required long[] BlockedFrom { get; init; }
    public required long[] BlockedTo { get; init; }
    public required Guid[] Holders { get; init; }
    public required long[] HeldFrom { get; init; }
    public required long[] HeldTo { get; init; }

    /// <summary>(m, end]: computed by the database, for what was on the board at an instant.</summary>
    public NpgsqlRange<DateTimeOffset> Lived { get; init; }
}

/// <summary>How many items of a kind ended in a month. Stamp tells whether what is cached of the month is still so.</summary>
internal sealed class FlowBlockRow
{
    public required Guid BoardId { get; init; }
    public required int Month { get; init; }
    public required WorkCategory Category { get; init; }
    public required ClassOfService ClassOfService { get; init; }
    public required Guid Furthest { get; init; }
    public required bool IsFinished { get; init; }
    public required int Items { get; init; }
    public required long Stamp { get; init; }
}

/// <summary>Up to which version of a board its history has been taken into the items.</summary>
internal sealed class FlowProgressRow
{
    public required Guid BoardId { get; init; }
    public required long Sequence { get; init; }
}
