using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class FlowItemTests
{
    private static readonly Guid[] Columns = [.. Policy.Columns.Select(column => column.Id)];
    private static readonly FlowItem Finished = Item(3, 8, committed: 1, accepted: -1);
    private static readonly FlowItem Open = Item(3, null, committed: 1, accepted: -1);

    private static readonly FlowItem Abandoned = Open with { AbandonedAt = Now.AddDays(8) };

    [Fact]
    public void Given_its_four_instants_Then_its_times_lie_between_them()
    {
        Finished.CycleTime.ShouldBe(TimeSpan.FromDays(5));
        Finished.LeadTime.ShouldBe(TimeSpan.FromDays(7));
        Finished.WaitForAgreement.ShouldBe(TimeSpan.FromDays(2));
    }

    [Fact]
    public void Given_one_that_is_not_finished_Then_it_has_neither_cycle_time_nor_lead_time() =>
        new[] { Open.CycleTime, Open.LeadTime, Abandoned.CycleTime, Abandoned.LeadTime }.ShouldAllBe(time =>
            time == null
        );

    [Fact]
    public void Given_its_causes_Then_its_active_time_is_that_of_all_which_were_active() =>
        (
            Open with
            {
                Causes =
                [
                    new(TimeClass.Queue, null, 100),
                    new(TimeClass.Active, null, 3),
                    new(TimeClass.Active, "Other", 4),
                ],
            }
        ).ActiveTicks.ShouldBe(7);

    [Fact]
    public void Given_instants_Then_it_is_in_progress_from_its_start_until_just_before_its_end()
    {
        bool[] At(FlowItem item) => Around(3, 8, item.IsInProgressAt);

        At(Finished).ShouldBe([false, true, true, false]);
        At(Abandoned).ShouldBe([false, true, true, false]);
        At(Open).ShouldBe([false, true, true, true]);
        At(Open with { StartedAt = null }).ShouldBe([false, false, false, false]);
    }

    [Fact]
    public void Given_instants_Then_it_is_on_the_board_from_its_commitment_until_just_before_its_end()
    {
        bool[] At(FlowItem item) => Around(1, 8, item.IsOnBoardAt);

        At(Finished).ShouldBe([false, true, true, false]);
        At(Abandoned with { StartedAt = null }).ShouldBe([false, true, true, false]);
        At(Open).ShouldBe([false, true, true, true]);
    }

    [Fact]
    public void Given_an_instant_Then_its_age_counts_from_its_start_and_is_nothing_without_one()
    {
        Open.AgeAt(Now.AddDays(5)).ShouldBe(TimeSpan.FromDays(2));
        (Open with { StartedAt = null }).AgeAt(Now.AddDays(5)).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Given_instants_Then_it_stands_in_the_column_last_entered_while_it_is_on_the_board()
    {
        Guid?[] At(FlowItem item) =>
            [
                item.ColumnAt(Now.AddDays(1).AddTicks(-1)),
                item.ColumnAt(Now.AddDays(1)),
                item.ColumnAt(Now.AddDays(3).AddTicks(-1)),
                item.ColumnAt(Now.AddDays(3)),
                item.ColumnAt(Now.AddDays(8).AddTicks(-1)),
                item.ColumnAt(Now.AddDays(8)),
            ];
        Guid? to = Columns[0];
        Guid? develop = Columns[1];

        At(Open).ShouldBe([null, to, to, develop, develop, develop]);
        At(Finished).ShouldBe([null, to, to, develop, develop, null]);
        At(Abandoned).ShouldBe([null, to, to, develop, develop, null]);
    }

    [Fact]
    public void Given_one_that_went_back_Then_the_furthest_column_is_the_one_that_it_left()
    {
        var back = Open with { Stays = [new(Columns[0], Now), new(Columns[2], Now), new(Columns[1], Now)] };

        back.FurthestIn(Policy).ShouldBe(Columns[2]);
        (Open with { Stays = [] }).FurthestIn(Policy).ShouldBeNull();
    }

    [Fact]
    public void Given_its_stays_Then_each_lasts_until_the_next_and_the_last_until_its_end()
    {
        Open.Intervals().ShouldBe([(Columns[0], Now.AddDays(1), Now.AddDays(3)), (Columns[1], Now.AddDays(3), null)]);
        Abandoned.Intervals().Last().To.ShouldBe(Now.AddDays(8));
        (Open with { Stays = [] }).Intervals().ShouldBeEmpty();
    }

    private static bool[] Around(int from, int to, Func<DateTimeOffset, bool> isAt) =>
        [
            isAt(Now.AddDays(from).AddTicks(-1)),
            isAt(Now.AddDays(from)),
            isAt(Now.AddDays(to).AddTicks(-1)),
            isAt(Now.AddDays(to)),
        ];
}
