using FlowPlatform.Prioritisation.Domain.Methods;

namespace FlowPlatform.Prioritisation.Domain.Copies;

/// <summary>The room of a board as it was said: a session keeps the figures that it was opened with.</summary>
/// <param name="SharesByCategory">The percent of the slots that are owed to a category over time.</param>
/// <param name="OwedByCategory">What this session owes of it, in slots: kept like those of an unmet minimum.</param>
internal sealed record CapacityFigures(
    int FreeSlots,
    Dictionary<WorkCategory, int> FreeByCategory,
    Dictionary<WorkCategory, int> ReservedByCategory,
    Dictionary<WorkCategory, int>? SharesByCategory = null,
    Dictionary<WorkCategory, int>? OwedByCategory = null
)
{
    public SlotRoom ToRoom() => new(FreeSlots, FreeByCategory, Kept());

    /// <summary>A slot that fills an unmet minimum counts for the share too: the larger of the two is kept.</summary>
    private Dictionary<WorkCategory, int> Kept()
    {
        var kept = ReservedByCategory.ToDictionary();
        foreach (var (category, slots) in OwedByCategory ?? [])
        {
            kept[category] = Math.Max(slots, kept.GetValueOrDefault(category));
        }

        return kept;
    }
}
