using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Admission;

/// <summary>The free room in To do, overall and for each category, as a session may fill it.</summary>
/// <param name="Reserved">Free slots that are kept for a category because its floor is not met.</param>
/// <param name="Shares">The percent of the slots that sessions owe to a category.</param>
internal sealed record Capacity(
    int FreeSlots,
    IReadOnlyDictionary<WorkCategory, int> FreeByCategory,
    IReadOnlyDictionary<WorkCategory, int> Reserved,
    IReadOnlyDictionary<WorkCategory, int> Shares
)
{
    private static readonly WorkCategory[] Categories = Enum.GetValues<WorkCategory>();

    internal static Capacity Of(DefinitionOfWorkflow workflow, Occupancy occupancy)
    {
        var reserved = workflow
            .Allocations.Where(allocation => allocation.Within == ColumnKind.Committed)
            .Select(allocation => allocation.Category)
            .ToDictionary(
                category => category,
                category => ReservedRoom.OwedTo(workflow, occupancy, ColumnKind.Committed, category)
            );
        return new(
            Free(workflow, occupancy, null),
            Categories.ToDictionary(category => category, category => Free(workflow, occupancy, category)),
            reserved,
            workflow
                .Allocations.Where(allocation => allocation.Share is not null)
                .ToDictionary(allocation => allocation.Category, allocation => allocation.Share!.Value)
        );
    }

    internal bool IsSameAs(Capacity other) =>
        FreeSlots == other.FreeSlots
        && Categories.All(category =>
            FreeByCategory[category] == other.FreeByCategory[category]
            && Reserved.GetValueOrDefault(category) == other.Reserved.GetValueOrDefault(category)
            && Shares.GetValueOrDefault(category) == other.Shares.GetValueOrDefault(category)
        );

    private static int Free(DefinitionOfWorkflow workflow, Occupancy occupancy, WorkCategory? category)
    {
        var entry = workflow.CommitmentColumn.Id;
        var free = workflow
            .Limits()
            .Where(limit => limit.ClassOfService is null && limit.Columns.Contains(entry))
            .Where(limit => limit.Kind != LimitKind.Expedite && (limit.Category is null || limit.Category == category))
            .Min(limit => limit.Max - occupancy.Count(limit));
        if (category is { } one && ReservedRoom.Scopes(workflow).Contains(ColumnKind.Committed))
        {
            var whole = ReservedRoom.Whole(workflow, ColumnKind.Committed);
            var owed = ReservedRoom.OwedToOthers(workflow, occupancy, ColumnKind.Committed, one);
            var own = ReservedRoom.OwedTo(workflow, occupancy, ColumnKind.Committed, one);
            free = Math.Min(free, Math.Max(own, whole.Max - occupancy.Count(whole) - owed));
        }

        return Math.Max(free, 0);
    }
}
