using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Features.Boards;

internal static class WorkflowMapping
{
    internal static WorkflowResponse ToResponse(this DefinitionOfWorkflow workflow, Guid boardId) =>
        new(
            boardId,
            workflow.Version,
            [.. workflow.Columns.Select(ToResponse)],
            [
                .. workflow.Groups.Select(group => new GroupResponse(
                    group.Name,
                    [.. group.ColumnIds.Select(id => workflow.Find(id)?.Name ?? "")],
                    group.WipLimit
                )),
            ],
            [.. workflow.Allocations.Select(a => new AllocationResponse(a.Within, a.Category, a.Floor, a.Ceiling))],
            [.. workflow.ClassLimits.Select(lane => new ClassLimitResponse(lane.ClassOfService, lane.WipLimit))],
            [
                .. workflow.Expectations.Select(e => new ExpectationResponse(
                    e.Category,
                    e.ClassOfService,
                    e.Days,
                    e.Probability
                )),
            ],
            workflow.PersonalLimit,
            workflow.ExpediteLimit,
            workflow.ExperimentLimit
        );

    private static ColumnResponse ToResponse(Column column) =>
        new(column.Id, column.Name, column.Kind, column.IsQueue, column.WipLimit, column.IsGate, column.EntryPolicy);
}
