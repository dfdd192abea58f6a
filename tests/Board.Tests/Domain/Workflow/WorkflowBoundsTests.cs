using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>The last value that is possible, and the first that is not.</summary>
public sealed class WorkflowBoundsTests
{
    private static readonly DefinitionOfWorkflow Good = Workflow();

    [Theory]
    [InlineData("columns", WorkflowRules.MaximumColumns, WorkflowRules.MaximumColumns + 1)]
    [InlineData("name", 60, 61)]
    [InlineData("name", 1, 0)]
    [InlineData("limit", 1, 0)]
    [InlineData("limit", WorkflowRules.MaximumLimit, WorkflowRules.MaximumLimit + 1)]
    [InlineData("group", 1, 0)]
    [InlineData("group", WorkflowRules.MaximumLimit, WorkflowRules.MaximumLimit + 1)]
    [InlineData("personal", 1, 0)]
    [InlineData("personal", DefinitionOfWorkflow.AvatarsPerPerson, DefinitionOfWorkflow.AvatarsPerPerson + 1)]
    [InlineData("experiments", 1, 0)]
    [InlineData("experiments", WorkflowRules.MaximumExperiments, WorkflowRules.MaximumExperiments + 1)]
    [InlineData("expedite", 0, -1)]
    [InlineData("expedite", WorkflowRules.MaximumLimit, WorkflowRules.MaximumLimit + 1)]
    [InlineData("class", 1, 0)]
    [InlineData("class", WorkflowRules.MaximumLimit, WorkflowRules.MaximumLimit + 1)]
    [InlineData("days", 1, 0)]
    [InlineData("probability", 1, 0)]
    [InlineData("probability", 99, 100)]
    [InlineData("share", 1, 0)]
    [InlineData("share", 100, 101)]
    [InlineData("shares together", 50, 51)]
    [InlineData("floor", 0, -1)]
    [InlineData("floor", 8, 9)]
    [InlineData("floor below the ceiling of five", 5, 6)]
    [InlineData("ceiling", 0, -1)]
    [InlineData("ceiling of every category", 2, 1)]
    public void Given_a_bound_Then_it_is_possible_and_what_lies_beyond_is_not(string what, int last, int beyond)
    {
        WorkflowRules.Check(With(what, last)).IsRefused.ShouldBeFalse();
        WorkflowRules.Check(With(what, beyond)).IsRefused.ShouldBeTrue();
    }

    [Fact]
    public void Given_several_broken_rules_Then_all_of_them_are_told()
    {
        var spoilt = With("personal", 0) with { ExpediteLimit = -1, Expectations = [new(null, null, 0, 0.5)] };

        WorkflowRules
            .Check(spoilt)
            .Error.Violations.Select(violation => violation.Code)
            .ShouldBe(["personal-limit-range", "limit-range", "expectation-range"]);
    }

    [Fact]
    public void Given_a_group_of_unknown_columns_or_of_none_Then_it_is_impossible_and_one_of_open_ones_is_not()
    {
        var (develop, test) = (Good.Named("Develop").Id, Good.Named("Test").Id);
        bool IsRefused(params Guid[] columns) =>
            WorkflowRules.Check(Good with { Groups = [new("build", columns, 3)] }).IsRefused;

        IsRefused(develop, test).ShouldBeFalse();
        IsRefused().ShouldBeTrue();
        IsRefused(develop, Guid.CreateVersion7()).ShouldBeTrue();
        IsRefused(develop, Good.FirstDone.Id).ShouldBeTrue();
    }

    [Fact]
    public void Given_limits_for_a_class_twice_Then_it_is_impossible_and_for_two_classes_not()
    {
        bool IsRefused(params ClassLimit[] lanes) => WorkflowRules.Check(Good with { ClassLimits = lanes }).IsRefused;

        IsRefused(new(ClassOfService.Standard, 2), new(ClassOfService.Intangible, 2)).ShouldBeFalse();
        IsRefused(new(ClassOfService.Standard, 2), new(ClassOfService.Standard, 3)).ShouldBeTrue();
    }

    [Fact]
    public void Given_expectations_for_different_items_Then_they_stand_beside_each_other()
    {
        ServiceLevelExpectation[] different =
        [
            new(null, null, 5, 0.85),
            new(WorkCategory.Support, null, 5, 0.85),
            new(null, ClassOfService.Standard, 5, 0.85),
        ];

        WorkflowRules.Check(Good with { Expectations = different }).IsRefused.ShouldBeFalse();
    }

    private static DefinitionOfWorkflow With(string what, int value) =>
        what switch
        {
            "columns" => Good with { Columns = [Good.Columns[0], .. Many(value - 2), Good.Columns[3]] },
            "name" => Good.Changed(1, column => column with { Name = new string('x', value) }),
            "limit" => Good.Changed(1, column => column with { WipLimit = value }),
            "group" => Good with { Groups = [new("build", [Good.Columns[1].Id], value)] },
            "personal" => Good with { PersonalLimit = value },
            "experiments" => Good with { ExperimentLimit = value },
            "expedite" => Good with { ExpediteLimit = value },
            "class" => Good with { ClassLimits = [new(ClassOfService.Standard, value)] },
            "days" => Good with { Expectations = [new(null, null, value, 0.85)] },
            "probability" => Good with { Expectations = [new(null, null, 5, value / 100.0)] },
            "share" => Allocated((WorkCategory.Support, 0, null, value)),
            "shares together" => Allocated((WorkCategory.Support, 0, null, 50), (WorkCategory.Project, 0, null, value)),
            "floor" => Allocated((WorkCategory.Support, value, null, null)),
            "floor below the ceiling of five" => Allocated((WorkCategory.Support, value, 5, null)),
            "ceiling" => Allocated((WorkCategory.Support, 0, value, null)),
            "ceiling of every category" => Allocated([
                .. Enum.GetValues<WorkCategory>().Select(category => (category, 0, (int?)value, (int?)null)),
            ]),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, message: null),
        };

    private static IEnumerable<Column> Many(int columns) =>
        Enumerable.Range(0, columns).Select(n => Column($"Step {n}"));

    private static DefinitionOfWorkflow Allocated(
        params (WorkCategory Category, int Floor, int? Ceiling, int? Share)[] allocations
    ) =>
        Good with
        {
            Allocations =
            [
                .. allocations.Select(a => new CategoryAllocation(
                    ColumnKind.Committed,
                    a.Category,
                    a.Floor,
                    a.Ceiling,
                    a.Share
                )),
            ],
        };
}
