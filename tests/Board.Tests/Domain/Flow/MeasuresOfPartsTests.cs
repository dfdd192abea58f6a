using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>Measures of a sample in two parts are of both together.</summary>
public sealed class MeasuresOfPartsTests
{
    private static readonly Window All = Days(0, 20);
    private static readonly ServiceLevelExpectation Expected = new(null, null, 4, 0.85);

    private static readonly FlowSample Flow = Sample(
        All,
        [],
        new SavedWorkflow(Now.AddDays(-90), Policy with { Expectations = [Expected] })
    ) with
    {
        Parts = [FlowPart.Of([Debt(1, 3, waited: 2)], All), FlowPart.Of([Debt(2, 6, 1), Debt(3, 9, 5)], All)],
    };

    [Fact]
    public void Given_two_parts_Then_blocked_time_is_of_both()
    {
        var blocked = BlockedTime.Of(Flow);

        (blocked.Finished, blocked.EverBlocked, blocked.Ticks).ShouldBe((3, 3, 3 * TimeSpan.TicksPerDay));
        var reason = blocked.Reasons.ShouldHaveSingleItem();
        (reason.Items, reason.Spells, reason.Ticks).ShouldBe((3, 3, 3 * TimeSpan.TicksPerDay));
        reason.Lengths.Count.ShouldBe(3);
    }

    [Fact]
    public void Given_two_parts_Then_what_was_attained_is_of_both() =>
        ServiceLevels.Attained(Flow).ShouldBe([new(Expected, 3, 2)]);

    [Fact]
    public void Given_two_parts_Then_a_category_has_the_finished_of_both_and_the_longest_wait_of_either()
    {
        var debt = CategoryFlow.Of(Flow).Single(of => of.Category == WorkCategory.TechnicalDebt);

        (debt.Finished, debt.LongestWaitDays).ShouldBe((3, 5));
        (DebtFlow.Of(Flow).In, DebtFlow.Of(Flow).Out).ShouldBe((3, 3));
    }

    [Fact]
    public void Given_two_parts_Then_the_share_of_wip_time_is_of_both()
    {
        FlowPart[] parts =
        [
            FlowPart.Of([Item(1, 3), Item(1, 3, WorkCategory.Project)], All),
            FlowPart.Of([Item(4, 6)], All),
        ];

        CategoryFlow.Of(Flow with { Parts = parts }).Select(of => of.WipShare).ShouldBe([0, 4.0 / 6, 0, 2.0 / 6]);
    }

    [Fact]
    public void Given_two_parts_Then_arrivals_and_littles_law_are_of_both()
    {
        var law = FlowMeasures.LittlesLaw(Flow);

        FlowMeasures.Arrivals(Flow).ShouldBe(1, "one of the three was accepted within");
        (law.WipTime, law.ThroughputPerDay, law.AverageCycleTimeDays).ShouldBe((TimeSpan.FromDays(12), 0.15, 4));
        FlowMeasures.Arrivals(Flow with { Days = new(Days(-9, 20), TimeZoneInfo.Utc) }).ShouldBe(3);
    }

    [Fact]
    public void Given_a_person_whose_avatar_stood_in_one_of_two_parts_within_the_window_Then_it_is_told()
    {
        FlowItem Held(double from, double to) =>
            Item(1, null) with
            {
                Holdings = [new(Kim, Now.AddDays(from), Now.AddDays(to))],
            };
        var flow = Flow with { Parts = [FlowPart.Of([Held(-3, -1)], All), FlowPart.Of([Held(2, 4)], All)] };

        LimitUse.OfPersons(flow).ShouldHaveSingleItem().Use.AverageOccupancy.ShouldBe(0.1);
    }

    [Fact]
    public void Given_an_item_finished_in_a_column_that_it_left_before_Then_its_pace_is_of_when_it_left()
    {
        var (develop, test) = (Policy.Columns[1].Id, Policy.Columns[2].Id);
        var item = Item(1, 9) with
        {
            Stays = [new(develop, Now.AddDays(1)), new(test, Now.AddDays(4)), new(develop, Now.AddDays(6))],
        };

        var ages = PaceLines.AgesOnLeaving([item]);

        ages[develop].ShouldBe([TimeSpan.FromDays(3).Ticks]);
        ages[test].ShouldBe([TimeSpan.FromDays(5).Ticks]);
    }

    private static FlowItem Debt(double started, double finished, double waited) =>
        Item(started, finished, WorkCategory.TechnicalDebt, started - 1, started - 1 - waited) with
        {
            Blocked = [new("Supplier", Now.AddDays(started), Now.AddDays(started + 1))],
        };
}
