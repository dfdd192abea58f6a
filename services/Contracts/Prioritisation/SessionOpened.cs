namespace FlowPlatform.Contracts.Prioritisation;

/// <summary>A replenishment session opened for a board: its options are frozen.</summary>
public sealed record SessionOpened(
    Guid SessionId,
    Guid BoardId,
    Guid TeamId,
    int Slots,
    IReadOnlyList<Guid> OptionIds,
    DateTimeOffset OccurredAt,
    Guid By
);
