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
    /// <summary>CT = f − s; null while the item is not finished.</summary>
    internal TimeSpan? CycleTime => FinishedAt - StartedAt;

    /// <summary>LT = f − m.</summary>
    internal TimeSpan? LeadTime => FinishedAt - CommittedAt;

    /// <summary>In progress at t: s ≤ t &lt; f, and not abandoned before.</summary>
    internal bool IsInProgressAt(DateTimeOffset t) => StartedAt <= t && !(EndedAt <= t);

    /// <summary>A(t) = t − s, for items in progress at t.</summary>
    internal TimeSpan AgeAt(DateTimeOffset t) => t - StartedAt ?? TimeSpan.Zero;

    internal DateTimeOffset? EndedAt => FinishedAt ?? AbandonedAt;
}

/// <summary>A half-open interval of time, [From, To).</summary>
internal readonly record struct Window(DateTimeOffset From, DateTimeOffset To)
{
    internal TimeSpan Length => To > From ? To - From : TimeSpan.Zero;

    internal bool Contains(DateTimeOffset? t) => From <= t && t < To;

    internal TimeSpan Overlap(DateTimeOffset from, DateTimeOffset? to)
    {
        var start = from > From ? from : From;
        var end = to is { } given && given < To ? given : To;
        return end > start ? end - start : TimeSpan.Zero;
    }
}
