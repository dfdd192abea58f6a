namespace FlowPlatform.AiAdoption.Domain.Privacy;

/// <summary>Why a figure is withheld.</summary>
internal enum SuppressionReason
{
    /// <summary>Fewer than k people in the group.</summary>
    GroupTooSmall,

    /// <summary>Fewer than k people are in the organisation but not in the group: subtracting would tell about them.</summary>
    ComplementTooSmall,

    /// <summary>Nobody or everybody: the figure would tell about each person.</summary>
    Unanimous,

    /// <summary>Together with figures released before, it would determine the value of fewer than k people.</summary>
    Subtraction,
}

/// <summary>A figure as it may be shown: its value, or the reason why it is withheld.</summary>
internal readonly record struct GatedFigure(int? Value, SuppressionReason? Reason);

/// <summary>Decides whether a count over a group may be shown, given the groups whose count was shown before for the same period.</summary>
internal static class PublicationGate
{
    /// <summary>The smallest number of people about whom anything is told.</summary>
    public const int K = 5;

    public static GatedFigure Decide(
        IReadOnlySet<Guid> group,
        IReadOnlySet<Guid> everybody,
        int count,
        IReadOnlyList<IReadOnlySet<Guid>> releasedBefore
    )
    {
        var outside = everybody.Count(person => !group.Contains(person));
        var reason =
            group.Count < K ? SuppressionReason.GroupTooSmall
            : outside is > 0 and < K ? SuppressionReason.ComplementTooSmall
            : count == 0 || count == group.Count ? SuppressionReason.Unanimous
            : Disclosure.Find([.. releasedBefore, group], K).Count > 0 ? SuppressionReason.Subtraction
            : (SuppressionReason?)null;
        return reason is null ? new GatedFigure(count, null) : new GatedFigure(null, reason);
    }
}
