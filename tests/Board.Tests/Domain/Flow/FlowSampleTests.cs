using System.Text.Json;
using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>What a sample takes of months that lie before, around, within and after its window.</summary>
public sealed class FlowSampleTests
{
    private static readonly Guid[] Columns = [.. Policy.Columns.Select(column => column.Id)];
    private static readonly EndedBefore Earlier = new(null, true, 7);

    private static readonly FlowItem[] OnBoard =
    [
        Named("l", 12, null),
        Named("m", 11, 20.5),
        Named("n", 99, null, committed: 19) with
        {
            StartedAt = null,
        },
        Named("o", 13, 20),
    ];

    private readonly FlowPart[] _months =
    [
        FlowPart.Month([Named("a", 1, 2), Dropped("b", 1, 4)]),
        FlowPart.Month([Named("c", 1, 8), Dropped("d", 1, 9), Named("e", 1, 10), Named("f", 20, 13, committed: 20)]),
        FlowPart.Month([Named("g", 9, 14), Dropped("h", 9, 15), Named("i", 9, 16)]),
        FlowPart.Month([Named("j", 9, 18), Named("k", 9, 20)]),
    ];

    private readonly FlowSample _flow;

    public FlowSampleTests() => _flow = Of(_months, Earlier);

    [Fact]
    public void Given_months_Then_each_is_a_part_of_what_ended_in_the_window_and_the_board_is_the_last()
    {
        _flow.Parts.Select(part => Keys(part.Items)).ShouldBe(["", "e", "ghi", "j", "lmno"]);
        _flow.Parts.Select(part => part.IsWhole).ShouldBe([false, false, true, false, false]);
        _flow.Parts[2].ShouldBeSameAs(_months[2]);
    }

    [Fact]
    public void Given_what_ended_before_the_window_Then_its_furthest_column_is_told_after_what_was_known() =>
        _flow.Before.ShouldBe([
            Earlier,
            new(Columns[3], true, 1),
            new(Columns[1], false, 1),
            new(Columns[3], true, 1),
            new(Columns[1], false, 1),
        ]);

    [Fact]
    public void Given_parts_Then_all_items_and_all_finished_stand_in_their_order_and_are_taken_together_once()
    {
        Keys(_flow.Items).ShouldBe("eghijlmno");
        Keys(_flow.Finished).ShouldBe("egij");
        _flow.FinishedCount.ShouldBe(4);
        _flow.Items.ShouldBeSameAs(_flow.Items);
        _flow.Finished.ShouldBeSameAs(_flow.Finished);
        _flow.Workflow.ShouldBeSameAs(Policy);
        _flow.Window.ShouldBe(Days(10, 20));
    }

    [Fact]
    public void Given_the_windows_end_Then_what_is_on_the_board_is_told_and_what_is_in_progress_the_oldest_first()
    {
        Keys(_flow.OnBoardAtEnd).ShouldBe("lmn");
        Keys(_flow.InProgressAtEnd).ShouldBe("ml");
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "j")]
    [InlineData(2, "ij")]
    [InlineData(3, "gij")]
    [InlineData(9, "egij")]
    public void Given_a_number_Then_the_last_so_many_of_the_finished_are_told_over_all_parts(int count, string keys) =>
        Keys(_flow.LatestFinished(count)).ShouldBe(keys);

    [Fact]
    public void Given_a_month_that_reaches_into_the_window_Then_only_what_was_committed_before_its_end_is_taken()
    {
        var tick = Now.AddDays(20).AddTicks(-1);
        FlowPart[] months =
        [
            FlowPart.Month([
                Named("p", 1, 9),
                Named("q", 1, 11) with
                {
                    CommittedAt = tick,
                },
                Named("r", 1, 12, committed: 20),
            ]),
        ];

        Keys(Of(months).Items).ShouldBe("qlmno");
    }

    [Fact]
    public void Given_a_month_of_which_a_filter_left_nothing_Then_every_measure_goes_on_without_it()
    {
        var flow = Of([FlowPart.Month([]), .. _months], Earlier);

        Keys(flow.Finished).ShouldBe("egij");
        Measured(flow).ShouldBe(Measured(_flow));
    }

    private static string Measured(FlowSample flow) =>
        JsonSerializer.Serialize<object[]>([
            BlockedTime.Of(flow),
            CategoryFlow.Of(flow),
            CategoryFlow.Replenishments(flow),
            CumulativeFlow.Lines(flow, [Now.AddDays(12)]),
            DebtFlow.Of(flow),
            FlowMeasures.Arrivals(flow),
            FlowMeasures.LittlesLaw(flow),
            GroupAccount.Of(flow),
            LimitUse.Of(flow),
            LimitUse.OfPersons(flow),
            PaceLines.Of(flow),
            ServiceLevels.At(flow, 0.85),
        ]);

    private static FlowSample Of(FlowPart[] months, params EndedBefore[] before) =>
        FlowSample.Of(new(Days(10, 20), TimeZoneInfo.Utc), WorkflowVersions.Only(Policy), months, OnBoard, before);

    private static FlowItem Named(string key, double started, double? finished, double committed = double.NaN) =>
        Item(started, finished, committed: committed) with
        {
            Key = key,
        };

    private static FlowItem Dropped(string key, double started, double end) =>
        Named(key, started, null) with
        {
            AbandonedAt = Now.AddDays(end),
        };

    private static string Keys(IEnumerable<FlowItem> items) => string.Concat(items.Select(item => item.Key));
}
