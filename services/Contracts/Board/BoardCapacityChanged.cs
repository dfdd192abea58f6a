namespace FlowPlatform.Contracts.Board;

/// <summary>The free room in the committed column changed, overall or for a category; also sent when a board is set up or renamed.</summary>
public sealed record BoardCapacityChanged(
    Guid BoardId,
    long Version,
    Guid TeamId,
    string Name,
    int FreeSlots,
    IReadOnlyDictionary<string, int> FreeByCategory,
    DateTimeOffset OccurredAt
);
