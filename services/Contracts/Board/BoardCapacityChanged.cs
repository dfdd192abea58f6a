namespace FlowPlatform.Contracts.Board;

/// <summary>
/// The free room in the committed column changed, overall or for a category; also sent when a board is set up or renamed.
/// FreeByCategory is the most that may still enter of each category. ReservedByCategory is how many of the free slots are kept for
/// a category because its reserved minimum is not met yet; null or absent where none are.
/// </summary>
public sealed record BoardCapacityChanged(
    Guid BoardId,
    long Version,
    Guid TeamId,
    string Name,
    int FreeSlots,
    IReadOnlyDictionary<string, int> FreeByCategory,
    DateTimeOffset OccurredAt,
    IReadOnlyDictionary<string, int>? ReservedByCategory = null
)
{
    /// <summary>The percent of the slots that sessions owe to a category over time; null or absent where none is owed.</summary>
    public IReadOnlyDictionary<string, int>? SharesByCategory { get; init; }
}
