using System.Runtime.CompilerServices;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Admission;

/// <summary>Every limit that a definition of workflow sets on occupancy, in one list and one shape.</summary>
internal static class LimitsOfWorkflow
{
    // A definition never changes, so its limits are worked out once, however many moves it judges.
    private static readonly ConditionalWeakTable<DefinitionOfWorkflow, IReadOnlyList<WipLimit>> Known = [];

    internal static IReadOnlyList<WipLimit> Limits(this DefinitionOfWorkflow workflow) => Known.GetValue(workflow, All);

    internal static IReadOnlyList<Guid> ColumnsOf(this DefinitionOfWorkflow workflow, ColumnKind kind) =>
        [.. workflow.Columns.Where(column => column.Kind == kind).Select(column => column.Id)];

    private static IReadOnlyList<WipLimit> All(DefinitionOfWorkflow workflow)
    {
        var open = workflow
            .Columns.Where(column => column.Kind != ColumnKind.Done)
            .Select(column => column.Id)
            .ToList();
        return
        [
            .. workflow
                .Columns.Where(column => column.WipLimit is not null)
                .Select(column => new WipLimit(
                    LimitKind.Column,
                    column.Name,
                    column.WipLimit!.Value,
                    [column.Id, .. workflow.Columns.Where(half => half.DoneOf == column.Id).Select(half => half.Id)]
                )),
            .. workflow.Groups.Select(group => new WipLimit(
                LimitKind.Group,
                group.Name,
                group.WipLimit,
                group.ColumnIds
            )),
            .. workflow
                .Allocations.Where(allocation => allocation.Ceiling is not null)
                .Select(allocation => Ceiling(workflow, allocation)),
            .. workflow.ClassLimits.Select(lane => new WipLimit(
                LimitKind.Class,
                lane.ClassOfService.ToString(),
                lane.WipLimit,
                open,
                ClassOfService: lane.ClassOfService
            )),
            new WipLimit(LimitKind.Expedite, nameof(ClassOfService.Expedite), workflow.ExpediteLimit, open),
        ];
    }

    private static WipLimit Ceiling(DefinitionOfWorkflow workflow, CategoryAllocation allocation) =>
        new(
            LimitKind.CategoryCeiling,
            $"{allocation.Category} within {allocation.Within}",
            allocation.Ceiling!.Value,
            workflow.ColumnsOf(allocation.Within),
            allocation.Category
        );
}
