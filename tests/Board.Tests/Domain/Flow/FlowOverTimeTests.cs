using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>What a sample says day by day: cumulative flow, moves backwards, paces, WIP and throughput.</summary>
public sealed class FlowOverTimeTests
{
    private static readonly Guid[] Columns = [.. Policy.Columns.Select(column => column.Id)];
    private static readonly DateTimeOffset[] Instants =
    [
        Now.AddDays(1).AddTicks(-1),
        Now.AddDays(1),
        Now.AddDays(3),
        Now.AddDays(9),
    ];

    [Fact]
    public void Given_items_and_what_ended_before_Then_each_line_counts_who_reached_its_column()
    {
        FlowItem[] items =
        [
            Item(3, null, committed: 1),
            Item(0, 8, committed: 0),
            // Its Done is gone from the definition: finished all the same.
            Stayed((0, 0)) with
            {
                FinishedAt = Now.AddDays(2),
            },
        ];
        var flow = Sample(Days(0, 10), items) with
        {
            Before = [new(Columns[1], IsFinished: false, 10), new(null, IsFinished: true, 100), new(null, false, 7)],
        };

        CumulativeFlow
            .Lines(flow, Instants)
            .ShouldBe([
                [112, 113, 113, 113],
                [111, 111, 113, 113],
                [100, 100, 101, 102],
                [100, 100, 101, 102],
            ]);
    }

    [Fact]
    public void Given_moves_backwards_Then_those_in_the_window_are_told_and_those_forwards_are_not()
    {
        FlowItem[] items =
        [
            Stayed((0, -2), (2, -1), (1, 1), (2, 2), (0, 4), (3, 6)),
            Stayed((0, 0), (1, 1), (1, 2), (2, 3), (1, 10)),
            Stayed((1, -3), (0, 0), (1, 5)),
            Stayed((2, -3), (0, -1), (1, 5)),
        ];
        var flow = Sample(Days(0, 10), items);

        CumulativeFlow.Backflow(flow).ShouldBe([Now.AddDays(1), Now.AddDays(4), Now]);
        items.Select(item => CumulativeFlow.WentBack(flow, item)).ShouldBe([true, false, true, false]);
        // One of its moves backwards lies in the window, and one does not.
        CumulativeFlow.WentBack(Sample(Days(2, 10), items), items[0]).ShouldBeTrue();
    }

    [Fact]
    public void Given_finished_items_Then_the_pace_of_each_column_is_that_of_all_who_left_it()
    {
        FlowItem[] items =
        [
            .. Enumerable
                .Range(1, 10)
                .Select(n =>
                    Stayed((0, 0), (1, 1), (2, 1 + n), (3, 12)) with
                    {
                        StartedAt = Now.AddDays(1),
                        FinishedAt = Now.AddDays(12),
                    }
                ),
            Stayed((0, 0), (3, 12)) with
            {
                FinishedAt = Now.AddDays(12),
            },
        ];

        var paces = PaceLines.Of(Sample(Days(0, 20), items));

        paces.Keys.ShouldBe(Columns[..3], ignoreOrder: true);
        paces[Columns[0]].P95.ShouldBe(TimeSpan.Zero);
        (paces[Columns[1]].Count, paces[Columns[1]].P50, paces[Columns[1]].P85).ShouldBe(
            (10, TimeSpan.FromDays(5), TimeSpan.FromDays(9))
        );
        paces[Columns[2]].Mean.ShouldBe(TimeSpan.FromDays(11));
    }

    [Fact]
    public void Given_days_Then_wip_is_counted_at_each_beginning_and_throughput_over_the_whole_of_each()
    {
        // From 09:00 on the first day to 09:00 on the fourth; midnight is fifteen hours, or 0.625 days, after 09:00.
        FlowItem[] items =
        [
            Item(0, 0.625),
            Item(0.625, 1.625),
            Item(-1, 0),
            Item(-2, 0),
            Item(0.7, 1.6, WorkCategory.Project),
            Item(2, null, accepted: 0, committed: 1),
        ];
        var flow = Sample(Days(0, 3), items);

        FlowMeasures.WipRun(flow).Select(day => day.Count).ShouldBe([1, 1, 0, 1]);
        FlowMeasures.ThroughputRun(flow).Select(day => day.Count).ShouldBe([2, 2, 1, 0]);
        FlowMeasures.ThroughputRun(flow)[0].Day.ShouldBe(DateOnly.FromDateTime(Now.Date));
        FlowMeasures.WipTime(flow).ShouldBe(TimeSpan.FromDays(0.625 + 1 + 0.9 + 1));
        FlowMeasures.Arrivals(flow).ShouldBe(1);
    }

    [Fact]
    public void Given_a_flow_that_is_not_steady_Then_littles_law_leaves_what_is_over()
    {
        FlowItem[] items = [Item(0, 2), Item(1, 5, WorkCategory.Project), Item(4, null)];

        var law = FlowMeasures.LittlesLaw(Sample(Days(0, 10), items));

        law.WipTime.ShouldBe(TimeSpan.FromDays(12));
        (law.AverageWip, law.ThroughputPerDay, law.AverageCycleTimeDays).ShouldBe((1.2, 0.2, 3));
        law.RelativeResidual!.Value.ShouldBe((0.6 - 1.2) / 1.2, tolerance: 1e-12);
    }

    [Fact]
    public void Given_nothing_in_progress_Then_there_is_no_residual_and_no_cycle_time() =>
        FlowMeasures.LittlesLaw(Sample(Days(0, 10), [])).ShouldBe(new(TimeSpan.Zero, 0, 0, 0, null));

    private static FlowItem Stayed(params (int Column, double Day)[] stays) =>
        Item(99, null, committed: stays[0].Day) with
        {
            StartedAt = null,
            Stays = [.. stays.Select(stay => new ColumnStay(Columns[stay.Column], Now.AddDays(stay.Day)))],
        };
}
