using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class LimitUseTests
{
    private static readonly Guid Ada = Guid.CreateVersion7();

    [Fact]
    public void Given_limits_of_several_kinds_Then_each_is_told_by_kind_with_its_own_occupancy()
    {
        var workflow = Policy with
        {
            Groups = [new("build", [Policy.Columns[1].Id, Policy.Columns[2].Id], 4)],
            ClassLimits = [new(ClassOfService.Standard, 5)],
        };
        // To do for a day, Develop for four days, and then done; another only in To do.
        FlowItem[] items = [Item(1, 5), Item(10, null, committed: 8)];

        var uses = LimitUse.Of(Sample(Days(0, 10), items, new SavedWorkflow(Now.AddDays(-9), workflow)));

        uses.Select(use => (use.Kind, use.Scope, use.PresentLimit))
            .ShouldBe([
                (LimitKind.Column, "To do", 8),
                (LimitKind.Column, "Develop", 2),
                (LimitKind.Column, "Test", 2),
                (LimitKind.Group, "build", 4),
                (LimitKind.Class, "Standard", 5),
                (LimitKind.Expedite, "Expedite", 1),
            ]);
        uses.Select(use => use.AverageOccupancy).ShouldBe([0.3, 0.4, 0, 0.4, 0.7, 0], tolerance: 1e-12);
        uses.Select(use => use.Use!.Value).ShouldBe([0.3 / 8, 0.2, 0, 0.1, 0.14, 0], tolerance: 1e-12);
        uses.ShouldAllBe(use => use.ShareOfTimeFull == 0);
    }

    [Fact]
    public void Given_a_limit_that_is_gone_and_one_that_came_Then_each_is_told_for_its_time()
    {
        var before = Policy.Changed(2, column => column with { WipLimit = null });
        var now = Policy.Changed(1, column => column with { WipLimit = null }) with { Version = 2 };
        // In Develop from day 1 on; in Test never.
        var flow = Sample(Days(0, 10), [Item(1, null)], new(Now.AddDays(-9), before), new(Now.AddDays(4), now));

        var uses = LimitUse.Of(flow);

        var develop = uses.Single(use => use.Scope == "Develop");
        develop.PresentLimit.ShouldBeNull();
        develop.AverageOccupancy.ShouldBe(0.75, tolerance: 1e-12, "three of the four days while there was a limit");
        develop.Use!.Value.ShouldBe(0.375, tolerance: 1e-12);
        uses.Single(use => use.Scope == "Test")
            .ShouldSatisfyAllConditions(use => use.PresentLimit.ShouldBe(2), use => use.Use.ShouldBe(0));
    }

    [Fact]
    public void Given_a_limit_of_none_Then_there_is_no_use_of_it_and_it_is_full_all_the_time()
    {
        var flow = Sample(Days(0, 10), [Item(1, 5)], new SavedWorkflow(Now, Policy with { ExpediteLimit = 0 }));

        var expedite = LimitUse.Of(flow).Single(use => use.Kind == LimitKind.Expedite);

        (expedite.Use, expedite.ShareOfTimeFull, expedite.AverageOccupancy).ShouldBe((null, 1, 0));
    }

    [Fact]
    public void Given_avatars_Then_each_person_is_told_against_the_limits_in_force()
    {
        FlowItem[] items =
        [
            Item(1, 5) with
            {
                Holdings = [new(Kim, Now.AddDays(1), Now.AddDays(5)), new(Ada, Now.AddDays(2), Now.AddDays(4))],
            },
            Item(1, null) with
            {
                Holdings = [new(Kim, Now.AddDays(3), Now.AddDays(7)), new(Guid.Empty, Now.AddDays(12), null)],
            },
        ];
        var flow = Sample(
            Days(0, 10),
            items,
            new(Now.AddDays(-9), Policy with { PersonalLimit = 1 }),
            new(Now.AddDays(5), Policy with { Version = 2, PersonalLimit = 3 })
        );

        var uses = LimitUse.OfPersons(flow).ToDictionary(person => person.PersonId, person => person.Use);

        uses.Keys.ShouldBe([Kim, Ada], ignoreOrder: true);
        // Kim: 1 for two days, 2 for two, 1 for two, of a room of 5 + 15.
        uses[Kim].ShouldBe(new(LimitKind.Personal, "person", 3, 8.0 / 20, 0.4, 0.8));
        uses[Ada].ShouldBe(new(LimitKind.Personal, "person", 3, 2.0 / 20, 0.2, 0.2));
    }

    [Fact]
    public void Given_versions_that_change_a_column_of_a_group_Then_each_time_is_counted_with_its_columns()
    {
        DefinitionOfWorkflow With(int version, params Guid[] columns) =>
            Policy with
            {
                Version = version,
                Groups = [new("build", columns, 2)],
            };
        var (develop, test) = (Policy.Columns[1].Id, Policy.Columns[2].Id);
        var flow = Sample(
            Days(0, 10),
            [Item(0, null), Item(0, null)],
            new(Now.AddDays(-9), With(1, develop, test)),
            new(Now.AddDays(4), With(2, test))
        );

        var build = LimitUse.Of(flow).Single(use => use.Kind == LimitKind.Group);

        (build.Use, build.ShareOfTimeFull, build.AverageOccupancy).ShouldBe((0.4, 0.4, 0.8));
    }
}
