using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Admission;

/// <summary>
/// The floors of the categories within the columns of a kind. A card whose category has its floor may enter only if
/// what is owed to the others fits beside it: occupancy + 1 + what they lack of their floors is at most the capacity.
/// </summary>
internal static class ReservedRoom
{
    internal static IEnumerable<ColumnKind> Scopes(DefinitionOfWorkflow workflow) =>
        workflow
            .Allocations.Where(allocation => allocation.Floor > 0)
            .Select(allocation => allocation.Within)
            .Distinct();

    /// <summary>All cards within the columns of the kind, as a limit whose maximum is their capacity.</summary>
    internal static WipLimit Whole(DefinitionOfWorkflow workflow, ColumnKind kind) =>
        new(
            LimitKind.CategoryReserve,
            kind.ToString(),
            workflow.CapacityOf(kind) ?? int.MaxValue,
            workflow.ColumnsOf(kind)
        );

    /// <summary>What a category lacks of its floor.</summary>
    internal static int OwedTo(
        DefinitionOfWorkflow workflow,
        Occupancy occupancy,
        ColumnKind kind,
        WorkCategory category
    ) => Owed(workflow, occupancy, kind, allocation => allocation.Category == category);

    /// <summary>What the categories other than the given one lack of their floors.</summary>
    internal static int OwedToOthers(
        DefinitionOfWorkflow workflow,
        Occupancy occupancy,
        ColumnKind kind,
        WorkCategory category
    ) => Owed(workflow, occupancy, kind, allocation => allocation.Category != category);

    private static int Owed(
        DefinitionOfWorkflow workflow,
        Occupancy occupancy,
        ColumnKind kind,
        Func<CategoryAllocation, bool> counts
    )
    {
        var whole = Whole(workflow, kind);
        return workflow
            .Allocations.Where(allocation => allocation.Within == kind && counts(allocation))
            .Sum(a => Math.Max(0, a.Floor - occupancy.Count(whole with { Category = a.Category })));
    }
}
