using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class ServiceLevelTests
{
    private static readonly ServiceLevelExpectation All = new(null, null, 4, 0.85);
    private static readonly ServiceLevelExpectation Projects = new(WorkCategory.Project, null, 2, 0.5);
    private static readonly ServiceLevelExpectation Expedites = new(null, ClassOfService.Expedite, 1, 0.5);

    [Fact]
    public void Given_expectations_Then_each_item_is_judged_by_those_that_cover_it_and_the_idle_are_told_too()
    {
        var exactly = Item(1, 5);
        FlowItem[] items =
        [
            exactly,
            exactly with
            {
                FinishedAt = exactly.FinishedAt!.Value.AddTicks(1),
            },
            Item(1, 3, WorkCategory.Project),
            Item(1, 4, WorkCategory.Project),
            Item(1, 2) with
            {
                StartedAt = null,
            },
            Item(1, null),
        ];

        var attained = Attained(items, new SavedWorkflow(Now.AddDays(-9), Expecting(1, All, Projects, Expedites)));

        attained.ShouldBe([new(All, 4, 3), new(Projects, 2, 1), new(Expedites, 0, 0)]);
        attained.Select(of => of.Share).ShouldBe([0.75, 0.5, null]);
    }

    [Fact]
    public void Given_expectations_that_were_or_are_no_more_Then_those_in_force_for_some_item_are_told()
    {
        SavedWorkflow[] dropped = [new(Now.AddDays(-9), Expecting(1, All)), new(Now.AddDays(2), Expecting(2))];

        Attained([Item(1, 5), Item(2, 5)], dropped).ShouldBe([new(All, 1, 1)]);
        Attained([Item(1, 5)], new SavedWorkflow(Now.AddDays(-9), Expecting(1))).ShouldBeEmpty();
    }

    [Fact]
    public void Given_a_history_Then_levels_are_told_for_all_each_category_each_class_and_each_pair_in_order()
    {
        FlowItem[] items =
        [
            .. Enumerable.Range(1, 10).Select(n => Item(0, n, WorkCategory.Project)),
            .. Enumerable
                .Range(1, 10)
                .Select(n =>
                    Item(0, n + 10) with
                    {
                        ClassOfService = n > 9 ? ClassOfService.Intangible : ClassOfService.Expedite,
                    }
                ),
        ];

        ServiceLevels
            .At(Sample(Days(0, 30), items), 0.85)
            .Select(level => (level.Category, level.ClassOfService, level.Count, level.Days?.TotalDays))
            .ShouldBe([
                (null, null, 20, 17),
                (WorkCategory.Support, null, 10, 19),
                (WorkCategory.Project, null, 10, 9),
                (null, ClassOfService.Expedite, 9, null),
                (null, ClassOfService.Standard, 10, 9),
                (null, ClassOfService.Intangible, 1, null),
                (WorkCategory.Support, ClassOfService.Expedite, 9, null),
                (WorkCategory.Support, ClassOfService.Intangible, 1, null),
                (WorkCategory.Project, ClassOfService.Standard, 10, 9),
            ]);
    }

    private static IReadOnlyList<Attainment> Attained(FlowItem[] items, params SavedWorkflow[] versions) =>
        ServiceLevels.Attained(Sample(Days(0, 30), items, versions));

    private static DefinitionOfWorkflow Expecting(int version, params ServiceLevelExpectation[] expectations) =>
        Policy with
        {
            Version = version,
            Expectations = expectations,
        };
}
