using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class MeasuresOfSampleTests
{
    [Fact]
    public void Given_an_expectation_that_was_tightened_Then_each_item_is_judged_by_the_one_in_force_when_it_started()
    {
        SavedWorkflow Version(int version, double at, double days) =>
            new(Now.AddDays(at), Policy with { Version = version, Expectations = [new(null, null, days, 0.85)] });
        FlowItem[] items = [Item(1, 9), Item(2, 6), Item(6, 10), Item(7, 9)];

        var attained = ServiceLevels.Attained(Sample(Days(0, 30), items, Version(1, 0, 8), Version(2, 5, 3)));

        attained
            .Single(a => a.Expected.Days == 8)
            .ShouldSatisfyAllConditions(a => a.Within.ShouldBe(2), a => a.Finished.ShouldBe(2));
        attained
            .Single(a => a.Expected.Days == 3)
            .ShouldSatisfyAllConditions(a => a.Within.ShouldBe(1), a => a.Finished.ShouldBe(2));
    }

    [Fact]
    public void Given_blockers_at_the_same_time_Then_blocked_time_is_their_union()
    {
        var item = Item(1, 20) with
        {
            Blocked =
            [
                new("Supplier", Now.AddDays(2), Now.AddDays(6)),
                new("Supplier", Now.AddDays(4), Now.AddDays(8)),
                new("Defect", Now.AddDays(7), Now.AddDays(10)),
            ],
        };

        var blocked = BlockedTime.Of(Sample(Days(0, 30), [item, Item(1, 3)]));

        (blocked.Finished, blocked.EverBlocked, blocked.Rate).ShouldBe((2, 1, 0.5));
        blocked.Ticks.ShouldBe(TimeSpan.FromDays(8).Ticks);
        blocked
            .Reasons.Select(reason => (reason.Reason, reason.Spells, new TimeSpan(reason.Ticks).TotalDays))
            .ShouldBe([("Supplier", 1, 6), ("Defect", 1, 3)]);
    }

    [Fact]
    public void Given_a_limit_that_was_lowered_Then_its_use_is_against_the_limit_in_force_at_each_instant()
    {
        var develop = Policy.Columns[1];
        SavedWorkflow Version(int version, double at, int limit) =>
            new(
                Now.AddDays(at),
                Policy with
                {
                    Version = version,
                    Columns = [Policy.Columns[0], develop with { WipLimit = limit }, .. Policy.Columns.Skip(2)],
                }
            );
        // Two cards for ten days: half of four for five days, all of two for five days.
        FlowItem[] items = [Item(0, null), Item(0, null)];

        var use = LimitUse
            .Of(Sample(Days(0, 10), items, Version(1, -5, 4), Version(2, 5, 2)))
            .Single(limit => limit.Kind == LimitKind.Column && limit.Scope == develop.Name);

        use.Use!.Value.ShouldBe(20.0 / 30, tolerance: 1e-12);
        use.ShareOfTimeFull!.Value.ShouldBe(0.5, tolerance: 1e-12);
        use.PresentLimit.ShouldBe(2);
    }

    [Fact]
    public void Given_replenishments_without_debt_Then_starvation_counts_them_and_the_longest_wait()
    {
        FlowItem Committed(int day, WorkCategory category, double waited) =>
            Item(day + 0.5, day + 1, category, committed: day, accepted: day - waited) with
            {
                OutcomeId = new Guid(day, 0, 0, new byte[8]),
            };
        FlowItem[] items =
        [
            Committed(1, WorkCategory.TechnicalDebt, 40),
            Committed(2, WorkCategory.Support, 1),
            Committed(3, WorkCategory.Support, 2),
            Committed(4, WorkCategory.Support, 3),
            Committed(5, WorkCategory.TechnicalDebt, 12),
        ];

        var flow = Sample(Days(0, 10), items);
        var debt = CategoryFlow.Of(flow).Single(category => category.Category == WorkCategory.TechnicalDebt);

        debt.LongestWithoutEntry.ShouldBe(3);
        debt.LongestWaitDays!.Value.ShouldBe(40, tolerance: 1e-9);
        debt.Share.ShouldBe(0.4);
        CategoryFlow.Replenishments(flow).Count.ShouldBe(5);
    }

    [Fact]
    public void Given_debt_in_and_out_Then_the_stock_at_the_end_is_what_came_in_less_what_went_out()
    {
        FlowItem Debt(double committed, double? finished) =>
            Item(committed + 0.5, finished, WorkCategory.TechnicalDebt, committed, committed - 2);
        FlowItem[] items = [Debt(-5, 3), Debt(1, 4), Debt(2, null), Debt(9, 30), Item(1, 2), Debt(-9, -8)];

        var debt = DebtFlow.Of(Sample(Days(0, 10), items));

        (debt.In, debt.Out, debt.NetPaydown, debt.Stock).ShouldBe((3, 2, -1, 2));
        debt.ShareOfThroughput!.Value.ShouldBe(2.0 / 3, tolerance: 1e-12);
        debt.StockAge.Count.ShouldBe(2);
    }

    [Fact]
    public void Given_items_open_then_but_finished_since_Then_the_age_of_the_past_counts_them()
    {
        var flow = Sample(Days(0, 10), [Item(4, 15), Item(11, null, committed: 9), Item(1, 9)]);

        flow.InProgressAtEnd.ShouldHaveSingleItem().AgeAt(flow.Window.To).ShouldBe(TimeSpan.FromDays(6));
    }
}
