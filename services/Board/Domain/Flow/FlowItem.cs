using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>What the measures know of a card: its four instants c, m, s and f, and its end where it has no f.</summary>
internal sealed record FlowItem(
    Guid Id,
    string Key,
    WorkCategory Category,
    ClassOfService ClassOfService,
    DateTimeOffset AcceptedAt,
    DateTimeOffset CommittedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset? AbandonedAt
)
{
    public Guid? OutcomeId { get; init; }
    public int ReopenCount { get; init; }

    /// <summary>The columns it stood in, in order; a stay lasts until the next one or the end.</summary>
    public IReadOnlyList<ColumnStay> Stays { get; init; } = [];

    /// <summary>The waste account of an ended item: adds up to its time on the board, to the tick.</summary>
    public IReadOnlyList<CauseTime> Causes { get; init; } = [];

    public IReadOnlyList<BlockedSpell> Blocked { get; init; } = [];

    /// <summary>Who had an avatar on it, from when to when.</summary>
    public IReadOnlyList<Holding> Holdings { get; init; } = [];

    /// <summary>CT = f − s; null while the item is not finished.</summary>
    internal TimeSpan? CycleTime => FinishedAt - StartedAt;

    /// <summary>LT = f − m.</summary>
    internal TimeSpan? LeadTime => FinishedAt - CommittedAt;

    /// <summary>m − c: how long it waited until it was agreed.</summary>
    internal TimeSpan WaitForAgreement => CommittedAt - AcceptedAt;

    internal long ActiveTicks
    {
        get
        {
            var ticks = 0L;
            for (var index = 0; index < Causes.Count; index++)
            {
                ticks += Causes[index].Class == TimeClass.Active ? Causes[index].Ticks : 0;
            }

            return ticks;
        }
    }

    /// <summary>In progress at t: s ≤ t &lt; f, and not abandoned before.</summary>
    internal bool IsInProgressAt(DateTimeOffset t) => StartedAt <= t && !(EndedAt <= t);

    /// <summary>On the board at t: m ≤ t, and not ended.</summary>
    internal bool IsOnBoardAt(DateTimeOffset t) => CommittedAt <= t && !(EndedAt <= t);

    /// <summary>A(t) = t − s, for items in progress at t.</summary>
    internal TimeSpan AgeAt(DateTimeOffset t) => t - StartedAt ?? TimeSpan.Zero;

    internal DateTimeOffset? EndedAt => FinishedAt ?? AbandonedAt;

    /// <summary>The column in which it stands at t; null before and after its time on the board.</summary>
    internal Guid? ColumnAt(DateTimeOffset t)
    {
        Guid? column = null;
        foreach (var stay in Stays)
        {
            column = stay.At <= t ? stay.ColumnId : column;
        }

        return EndedAt <= t ? null : column;
    }

    /// <summary>The furthest column that it entered, in the order of a definition; null where it entered none.</summary>
    internal Guid? FurthestIn(DefinitionOfWorkflow workflow) =>
        Stays.Count == 0 ? null : Stays.MaxBy(stay => workflow.IndexOf(stay.ColumnId)).ColumnId;

    /// <summary>The stays as intervals [From, To); the last of an open item has no end.</summary>
    internal IEnumerable<(Guid ColumnId, DateTimeOffset From, DateTimeOffset? To)> Intervals()
    {
        for (var index = 0; index < Stays.Count; index++)
        {
            var to = index + 1 < Stays.Count ? Stays[index + 1].At : EndedAt;
            yield return (Stays[index].ColumnId, Stays[index].At, to);
        }
    }
}

/// <summary>The entry into a column.</summary>
internal readonly record struct ColumnStay(Guid ColumnId, DateTimeOffset At);

/// <summary>Time of an item with one cause.</summary>
internal readonly record struct CauseTime(TimeClass Class, string? Reason, long Ticks);

/// <summary>What one blocker stopped, [From, To); it may still be open.</summary>
internal readonly record struct BlockedSpell(string Reason, DateTimeOffset From, DateTimeOffset? To);

/// <summary>An avatar on an item, [From, To); it may still stand there.</summary>
internal readonly record struct Holding(Guid PersonId, DateTimeOffset From, DateTimeOffset? To);
