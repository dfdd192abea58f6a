using FlowPlatform.Prioritisation.Domain.Methods;

namespace FlowPlatform.Prioritisation.Domain.Copies;

/// <summary>The room of a board as it was said: a session keeps the figures that it was opened with.</summary>
internal sealed record CapacityFigures(
    int FreeSlots,
    Dictionary<WorkCategory, int> FreeByCategory,
    Dictionary<WorkCategory, int> ReservedByCategory
)
{
    public SlotRoom ToRoom() => new(FreeSlots, FreeByCategory, ReservedByCategory);
}
