using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class MetricSeriesTests
{
    private static readonly long Day = TimeSpan.TicksPerDay;

    /// <summary>Four days; of the six items one is finished before, one at the end, one never and one of them is debt.</summary>
    private static readonly FlowItem[] Items =
    [
        Item(-4, -0.1),
        Item(-3, 0, committed: -5) with
        {
            Causes = [new(TimeClass.Active, null, 2 * Day), new(TimeClass.Queue, null, 3 * Day)],
            Blocked = [new("Supplier", Now.AddDays(-2), Now.AddDays(-1))],
        },
        Item(1, 2.5, WorkCategory.TechnicalDebt, committed: 0.5) with
        {
            Causes = [new(TimeClass.Active, null, Day / 2), new(TimeClass.Queue, null, 3 * Day / 2)],
        },
        Item(2, 2.9, committed: 1.9) with
        {
            StartedAt = null,
            Causes = [new(TimeClass.Active, null, Day)],
        },
        Item(3, 4),
        Item(3.5, null, WorkCategory.TechnicalDebt, committed: 3),
    ];

    [Theory]
    [InlineData(FlowMetric.Throughput, new double[] { 1, 1, 0, 1, 2, 1, 0, 1 })]
    [InlineData(FlowMetric.CycleTime, new double[] { 3, 1, 0, 0, 1.5, 1, 0, 0 })]
    [InlineData(FlowMetric.LeadTime, new double[] { 5, 1, 0, 0, 3, 2, 0, 0 })]
    [InlineData(FlowMetric.WastePerItem, new double[] { 3, 1, 0, 0, 1.5, 2, 0, 0 })]
    [InlineData(FlowMetric.BlockedPerItem, new double[] { 1, 1, 0, 0, 0, 2, 0, 0 })]
    [InlineData(FlowMetric.DebtNetPaydown, new double[] { -1, 1, 0, 1, 1, 1, -1, 1 })]
    public void Given_items_Then_each_day_has_its_sum_and_its_count(FlowMetric metric, double[] expected) =>
        Cells(metric, Days(0, 4)).ShouldBe(expected, tolerance: 1e-9);

    [Fact]
    public void Given_items_Then_efficiency_is_of_their_active_and_their_lead_time() =>
        Cells(FlowMetric.FlowEfficiency, Days(0, 4))
            .ShouldBe([2.0 * Day, 5.0 * Day, 0, 0, 1.5 * Day, 3.0 * Day, 0, 0], tolerance: 1);

    [Fact]
    public void Given_a_window_that_ends_within_a_day_Then_only_whole_days_are_told() =>
        Cells(FlowMetric.Throughput, Days(0, 2.99)).ShouldBe([1, 1, 0, 1]);

    [Fact]
    public void Given_cells_Then_the_value_is_the_ratio_of_their_sums_and_none_without_a_count()
    {
        MetricSeries.Value([new(3, 1), new(5, 3)]).ShouldBe(2);
        MetricSeries.Value([new(3, 0)]).ShouldBeNull();
        MetricSeries.Value([]).ShouldBeNull();
    }

    private static double[] Cells(FlowMetric metric, Window window) =>
        [.. MetricSeries.Of(metric, Sample(Days(-9, 9), Items), window).SelectMany(c => new[] { c.Sum, c.Count })];
}
