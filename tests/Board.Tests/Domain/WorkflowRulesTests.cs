using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class WorkflowRulesTests
{
    private static readonly DefinitionOfWorkflow Good = Workflow();

    [Fact]
    public void Given_the_default_workflow_Then_it_is_possible() =>
        WorkflowRules.Check(DefaultWorkflow.Create(Guid.CreateVersion7)).IsRefused.ShouldBeFalse();

    public static TheoryData<string> Impossible =>
        [
            "columns",
            "no-commitment-point",
            "no-started-point",
            "no-finished-point",
            "column-order",
            "column-names",
            "column-ids",
            "column-name",
            "limit-range",
            "done-limit",
            "gate-column",
            "group-columns",
            "personal-limit-range",
            "class-limits",
            "expectation-range",
            "allocation-scope",
            "allocation-twice",
            "floor-above-ceiling",
            "floor-without-limit",
            "floors-above-limit",
            "ceilings-below-limit",
            "split-column",
            "group-names",
            "expectation-twice",
            "share-scope",
            "share-range",
            "shares-above-whole",
        ];

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Given_an_impossible_definition_Then_it_is_refused_with_that_reason(string code)
    {
        var refused = WorkflowRules.Check(Spoilt(code));

        refused.IsRefused.ShouldBeTrue();
        refused.Error.Code.ShouldBe("workflow-impossible");
        refused.Error.Violations.Select(violation => violation.Code).ShouldContain(code);
        refused.Error.Violations.ShouldAllBe(violation => violation.Message.EndsWith('.'), "each says why");
    }

    private static DefinitionOfWorkflow Spoilt(string code) =>
        code switch
        {
            "columns" => Good with { Columns = [] },
            "no-commitment-point" => With(0, column => column with { WipLimit = null }),
            "no-started-point" => Good with { Columns = [Good.Columns[0], Good.Columns[3]] },
            "no-finished-point" => Good with { Columns = [.. Good.Columns.Take(3)] },
            "column-order" => Good with { Columns = [Good.Columns[0], Good.Columns[3], Good.Columns[1]] },
            "column-names" => With(2, column => column with { Name = "develop" }),
            "column-ids" => With(2, column => column with { Id = Good.Columns[1].Id }),
            "column-name" => With(1, column => column with { Name = " " }),
            "limit-range" => With(1, column => column with { WipLimit = 0 }),
            "done-limit" => With(3, column => column with { WipLimit = 5 }),
            "gate-column" => With(0, column => column with { IsGate = true }),
            "group-columns" => Good with { Groups = [new("all", [Good.FirstDone.Id], 3)] },
            "personal-limit-range" => Good with { PersonalLimit = 3 },
            "class-limits" => Good with { ClassLimits = [new(ClassOfService.Expedite, 2)] },
            "expectation-range" => Good with { Expectations = [new(null, null, 5, 1)] },
            "allocation-scope" => Allocated(ColumnKind.Done, (WorkCategory.Support, 0, 1)),
            "allocation-twice" => Allocated(
                ColumnKind.InProgress,
                (WorkCategory.Support, 0, 4),
                (WorkCategory.Support, 1, 4)
            ),
            "floor-above-ceiling" => Allocated(ColumnKind.InProgress, (WorkCategory.Support, 3, 2)),
            "floor-without-limit" => With(1, column => column with { WipLimit = null }) with
            {
                Allocations = [new(ColumnKind.InProgress, WorkCategory.Support, 1, null)],
            },
            "floors-above-limit" => Allocated(
                ColumnKind.InProgress,
                (WorkCategory.Support, 3, null),
                (WorkCategory.Project, 2, null)
            ),
            "ceilings-below-limit" => Allocated(
                ColumnKind.Committed,
                [.. Enum.GetValues<WorkCategory>().Select(category => (category, 0, (int?)1))]
            ),
            "split-column" => With(
                2,
                column => column with { DoneOf = Good.Columns[1].Id, IsQueue = true, IsGate = false }
            ),
            "group-names" => Good with
            {
                Groups = [new("build", [Good.Columns[1].Id], 3), new("build", [Good.Columns[2].Id], 3)],
            },
            "expectation-twice" => Good with { Expectations = [new(null, null, 5, 0.85), new(null, null, 6, 0.9)] },
            "share-scope" => Good with { Allocations = [new(ColumnKind.InProgress, default, 0, null, 20)] },
            "share-range" => Good with { Allocations = [new(ColumnKind.Committed, default, 0, null, 0)] },
            "shares-above-whole" => Good with
            {
                Allocations =
                [
                    new(ColumnKind.Committed, WorkCategory.Support, 0, null, 60),
                    new(ColumnKind.Committed, WorkCategory.Project, 0, null, 41),
                ],
            },
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, message: null),
        };

    private static DefinitionOfWorkflow With(int index, Func<Column, Column> change) =>
        Good with
        {
            Columns = [.. Good.Columns.Select((column, at) => at == index ? change(column) : column)],
        };

    private static DefinitionOfWorkflow Allocated(
        ColumnKind within,
        params (WorkCategory Category, int Floor, int? Ceiling)[] allocations
    ) =>
        Good with
        {
            Allocations = [.. allocations.Select(a => new CategoryAllocation(within, a.Category, a.Floor, a.Ceiling))],
        };
}
