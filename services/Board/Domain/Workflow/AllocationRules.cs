using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Board.Domain.Workflow;

/// <summary>
/// Feasibility of ceilings and floors: sum of floors at most the capacity, and the capacity at most the sum of
/// ceilings.
/// </summary>
internal static class AllocationRules
{
    internal static IEnumerable<Violation> Broken(DefinitionOfWorkflow workflow) =>
        workflow
            .Allocations.GroupBy(allocation => allocation.Within)
            .SelectMany(scope => InScope(workflow, scope.Key, [.. scope]));

    /// <summary>A field of an allocation, as the request writes it.</summary>
    private static string FieldOf(DefinitionOfWorkflow workflow, CategoryAllocation allocation, string field) =>
        $"allocations[{workflow.Allocations.Index().Last(known => known.Item == allocation).Index}].{field}";

    private static IEnumerable<Violation> InScope(
        DefinitionOfWorkflow workflow,
        ColumnKind kind,
        List<CategoryAllocation> allocations
    )
    {
        if (kind == ColumnKind.Done)
        {
            return
            [
                Because(
                    "allocation-scope",
                    "Finished work needs no allocation.",
                    FieldOf(workflow, allocations[0], "within")
                ),
            ];
        }

        var single = allocations.Where(IsOutOfRange).Select(allocation => OutOfRange(workflow, allocation));
        var twice = allocations
            .GroupBy(allocation => allocation.Category)
            .Where(same => same.Count() > 1)
            .Select(same =>
                Because(
                    "allocation-twice",
                    $"{same.Key} has two allocations within {kind}.",
                    FieldOf(workflow, same.Last(), "category")
                )
            );
        return single
            .Concat(twice)
            .Concat(Sums(kind, allocations, workflow.CapacityOf(kind)))
            .Concat(Shares(kind, allocations));
    }

    private static IEnumerable<Violation> Shares(ColumnKind kind, List<CategoryAllocation> allocations)
    {
        if (kind != ColumnKind.Committed && allocations.Exists(allocation => allocation.Share is not null))
        {
            yield return Because(
                "share-scope",
                "A share is of the slots that sessions hand out: within Committed alone.",
                Scope(kind)
            );
        }

        if (allocations.Exists(allocation => allocation.Share is < 1 or > 100))
        {
            yield return Because("share-range", "A share lies between 1 and 100 percent.", Scope(kind));
        }

        var sum = allocations.Sum(allocation => allocation.Share ?? 0);
        if (sum > 100)
        {
            yield return Because("shares-above-whole", $"The shares add up to {sum} percent.", Scope(kind));
        }
    }

    private static bool IsOutOfRange(CategoryAllocation allocation) =>
        allocation.Floor < 0 || allocation.Ceiling < 0 || allocation.Ceiling < allocation.Floor;

    private static Violation OutOfRange(DefinitionOfWorkflow workflow, CategoryAllocation allocation) =>
        Because(
            "floor-above-ceiling",
            $"{allocation.Category} within {allocation.Within}: the floor {allocation.Floor} must lie between 0 and "
                + $"the ceiling {allocation.Ceiling?.ToString() ?? "(none)"}.",
            FieldOf(workflow, allocation, "floor")
        );

    private static IEnumerable<Violation> Sums(ColumnKind kind, List<CategoryAllocation> allocations, int? capacity)
    {
        var floors = allocations.Sum(allocation => Math.Max(allocation.Floor, 0));
        if (floors > 0 && capacity is null)
        {
            yield return Because(
                "floor-without-limit",
                $"A floor within {kind} needs a limit on each {kind} column.",
                Scope(kind)
            );
        }

        if (floors > capacity)
        {
            yield return Because(
                "floors-above-limit",
                $"The floors within {kind} add up to {floors}, the column limits only to {capacity}.",
                Scope(kind)
            );
        }

        var everyCategoryHasCeiling = allocations.Count(allocation => allocation.Ceiling is not null) >= Categories;
        var ceilings = allocations.Sum(allocation => (long)(allocation.Ceiling ?? 0));
        if (everyCategoryHasCeiling && ceilings < capacity)
        {
            yield return Because(
                "ceilings-below-limit",
                $"The ceilings within {kind} add up to {ceilings}, so the limit of {capacity} could never be used.",
                Scope(kind)
            );
        }
    }

    private static readonly int Categories = Enum.GetValues<WorkCategory>().Length;

    /// <summary>All allocations within a kind of columns together.</summary>
    private static string Scope(ColumnKind kind) => $"allocations[{kind}]";

    private static Violation Because(string code, string message, string field) =>
        WorkflowRules.Because(code, message, field);
}
