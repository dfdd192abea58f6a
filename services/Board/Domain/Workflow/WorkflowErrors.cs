using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Board.Domain.Workflow;

internal static class WorkflowErrors
{
    internal static Error Impossible(IReadOnlyList<Violation> broken) =>
        new("workflow-impossible", $"This definition of workflow is impossible. {broken[0].Message}")
        {
            Violations = broken,
        };

    internal static Error ColumnNotEmpty(string name, int cards) =>
        new("column-not-empty", $"Column '{name}' still holds {cards} cards; move them before it is removed.");
}
