using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Features.Boards;

internal static class WorkflowMapping
{
    internal static WorkflowResponse ToResponse(this DefinitionOfWorkflow workflow, Guid boardId) =>
        new(
            boardId,
            workflow.Version,
            [.. workflow.Columns.Select(column => ToResponse(column, workflow))],
            [
                .. workflow.Groups.Select(group => new GroupResponse(
                    group.Name,
                    [.. group.ColumnIds.Select(id => workflow.Find(id)?.Name ?? "")],
                    group.WipLimit
                )),
            ],
            [.. workflow.Allocations.Select(ToResponse)],
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
            workflow.ExperimentLimit,
            workflow.FirstInProgress.Name,
            workflow.FirstDone.Name
        );

    internal static AllocationResponse ToResponse(this CategoryAllocation allocation) =>
        new(allocation.Within, allocation.Category, allocation.Floor, allocation.Ceiling, allocation.Share);

    private static ColumnResponse ToResponse(Column column, DefinitionOfWorkflow workflow) =>
        new(
            column.Id,
            column.Name,
            column.Kind,
            column.IsQueue,
            column.WipLimit,
            column.IsGate,
            column.EntryPolicy,
            workflow.Find(column.DoneOf)?.Name
        );
}
