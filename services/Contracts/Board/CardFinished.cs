namespace FlowPlatform.Contracts.Board;

/// <summary>A card entered Done. AcceptedAt, CommittedAt, StartedAt and FinishedAt are instants c, m, s and f.</summary>
public sealed record CardFinished(
    Guid WorkItemId,
    Guid BoardId,
    long Version,
    DateTimeOffset AcceptedAt,
    DateTimeOffset CommittedAt,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt,
    DateTimeOffset OccurredAt,
    Guid By
)
{
    public Guid? TeamId { get; init; }
    public string? Category { get; init; }
    public string? ClassOfService { get; init; }

    /// <summary>How AI helped; null where nobody says that it did.</summary>
    public string? AiAssistance { get; init; }

    /// <summary>The card that this one was split off.</summary>
    public Guid? WholeId { get; init; }
}
