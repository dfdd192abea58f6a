using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>Policies that a board may have in a generated history; each keeps the ids of the columns.</summary>
internal static class Policies
{
    /// <summary>The second board has a split column.</summary>
    internal static DefinitionOfWorkflow Of(int number) =>
        Next(number == 1 ? Split(Given.Workflow()) : Given.Workflow(), number);

    private static DefinitionOfWorkflow Split(DefinitionOfWorkflow whole)
    {
        var half = Given.Column("Developed") with { IsQueue = true, DoneOf = whole.Columns[1].Id };
        return whole with { Columns = [.. whole.Columns.Take(2), half, .. whole.Columns.Skip(2)] };
    }

    internal static DefinitionOfWorkflow Next(DefinitionOfWorkflow now, int pick)
    {
        var limits = (pick % 5) switch
        {
            0 => (ToDo: 8, Develop: 2, Test: 2),
            1 => (ToDo: 2, Develop: 1, Test: 1),
            2 => (ToDo: 5, Develop: 3, Test: 1),
            3 => (ToDo: 3, Develop: 4, Test: 4),
            _ => (ToDo: 8, Develop: 5, Test: 3),
        };
        var columns = now
            .Columns.Select(column =>
                column.Name switch
                {
                    "To do" => column with { WipLimit = limits.ToDo },
                    "Develop" => column with { WipLimit = limits.Develop },
                    "Test" => column with { WipLimit = limits.Test },
                    _ => column,
                }
            )
            .ToList();
        var next = new DefinitionOfWorkflow
        {
            Version = now.Version + 1,
            Columns = columns,
            PersonalLimit = 1 + (pick % 2),
            ExpediteLimit = pick % 3,
            Groups = pick % 4 == 1 ? [new("build", [columns[1].Id, columns[2].Id], 3)] : [],
            ClassLimits = pick % 6 == 2 ? [new(ClassOfService.Intangible, 2)] : [],
            Allocations = Allocations(pick),
        };
        return WorkflowRules.Check(next).IsRefused ? next with { Allocations = [] } : next;
    }

    private static List<CategoryAllocation> Allocations(int pick) =>
        (pick % 3) switch
        {
            1 =>
            [
                new(ColumnKind.Committed, WorkCategory.TechnicalDebt, Floor: 1, Ceiling: null),
                new(ColumnKind.InProgress, WorkCategory.Support, Floor: 1, Ceiling: 2),
            ],
            2 =>
            [
                new(ColumnKind.InProgress, WorkCategory.Project, Floor: 1, Ceiling: 3),
                new(ColumnKind.InProgress, WorkCategory.Enhancement, Floor: 1, Ceiling: 1),
            ],
            _ => [],
        };
}
