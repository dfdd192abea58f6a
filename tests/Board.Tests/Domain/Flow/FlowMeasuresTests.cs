using CsCheck;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class FlowMeasuresTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Window Month = new(Start, Start.AddDays(30));

    /// <summary>Items that begin and end anywhere around the window, in ticks; some are open, some abandoned.</summary>
    private static readonly Gen<FlowItem[]> Items = Gen.Select(
        Gen.Long[-10, 40],
        Gen.Long[0, TimeSpan.TicksPerDay],
        Gen.Long[0, 20 * TimeSpan.TicksPerDay],
        Gen.Int[0, 3],
        (day, ticks, length, end) => Item(Start.AddDays(day).AddTicks(ticks), new TimeSpan(length), end)
    ).Array[0, 30];

    [Fact]
    public void Given_any_values_Then_selecting_a_place_gives_what_sorting_gives_and_leaves_smaller_ones_before_it() =>
        Gen.Select(Gen.Long[0, 20].Array[1, 60], Gen.Int[0, 59])
            .Sample(
                (values, at) =>
                {
                    var place = at % values.Length;
                    long[] sorted = [.. values.Order()];

                    Percentiles.Select(values, place).ShouldBe(sorted[place]);

                    values.Order().ShouldBe(sorted);
                    values[..place].All(value => value <= sorted[place]).ShouldBeTrue();
                    values[place..].All(value => value >= sorted[place]).ShouldBeTrue();
                }
            );

    [Fact]
    public void Given_many_times_in_any_order_Then_the_distribution_is_that_of_the_sorted_ones()
    {
        var days = Enumerable.Range(1, 200).Select(n => TimeSpan.FromDays(n * 37 % 211));
        List<TimeSpan> sorted = [.. days.Order()];

        Distribution
            .Of(days)
            .ShouldBe(
                new(200, TooFew: false, sorted[99], sorted[169], sorted[189], new(sorted.Sum(day => day.Ticks) / 200))
            );
    }

    [Fact]
    public void Given_any_items_Then_the_integral_of_wip_is_the_sum_of_their_clipped_times() =>
        Items.Sample(items => FlowMeasures.WipTime(Flows.Sample(Month, items)).ShouldBe(Integral(items, Month)));

    [Fact]
    public void Given_any_items_Then_wip_changes_by_what_starts_and_ends() =>
        Items.Sample(items =>
        {
            var started = items.Count(item => Month.Contains(item.StartedAt));
            var ended = items.Count(item => Month.Contains(item.EndedAt) && item.StartedAt < item.EndedAt);
            var instantly = items.Count(item => Month.Contains(item.StartedAt) && item.StartedAt == item.EndedAt);

            (Flows.WipAt(items, Month.To) - Flows.WipAt(items, Month.From)).ShouldBe(
                started
                    - instantly
                    - ended
                    + items.Count(item => item.StartedAt == Month.To && item.EndedAt != Month.To)
                    - items.Count(item => item.StartedAt == Month.From && item.EndedAt != Month.From)
                    - items.Count(item => item.EndedAt == Month.To && item.StartedAt < Month.To)
                    + items.Count(item => item.EndedAt == Month.From && item.StartedAt < Month.From)
            );
        });

    [Fact]
    public void Given_any_items_Then_the_days_add_up_to_the_throughput_of_the_window() =>
        Items.Sample(items =>
        {
            var flow = Flows.Sample(Month, items);
            var days = new DisplayDays(Month, TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"));

            FlowMeasures
                .ThroughputRun(flow with { Days = days })
                .Sum(day => day.Count)
                .ShouldBe(items.Count(item => Month.Contains(item.FinishedAt)));
        });

    [Theory]
    [InlineData(0.50, 10)]
    [InlineData(0.85, 17)]
    [InlineData(0.95, 19)]
    [InlineData(1.00, 20)]
    [InlineData(0.01, 1)]
    public void Given_twenty_values_Then_a_percentile_is_the_value_at_its_nearest_rank(double p, int expected) =>
        Percentiles.NearestRank([.. Enumerable.Range(1, 20)], p).ShouldBe(expected);

    [Fact]
    public void Given_fewer_than_ten_values_Then_no_percentile_is_told()
    {
        var nine = Distribution.Of(Enumerable.Range(1, 9).Select(day => TimeSpan.FromDays(day)));

        (nine.Count, nine.TooFew, nine.P85).ShouldBe((9, true, null));
        Distribution
            .Of(Enumerable.Range(1, 10).Select(day => TimeSpan.FromDays(day)))
            .P85.ShouldBe(TimeSpan.FromDays(9));
    }

    [Fact]
    public void Given_the_same_seed_Then_a_forecast_is_the_same_and_promises_less_with_more_confidence()
    {
        int[] daily = [0, 2, 1, 0, 3, 1, 0, 0, 4, 1];

        var sums = Forecasts.HowMany(daily, days: 20, seed: 7);

        Forecasts.HowMany(daily, days: 20, seed: 7).ShouldBe(sums);
        Forecasts.HowMany(daily, days: 20, seed: 8).ShouldNotBe(sums);
        Forecasts.PromisedAt(sums, 0.95).ShouldBeLessThan(Forecasts.PromisedAt(sums, 0.5));
        sums.Average().ShouldBe(24, tolerance: 0.5, "20 days at 1.2 a day");
        Forecasts.When(daily, items: 24, seed: 7)!.Average().ShouldBe(20.5, tolerance: 1.0);
    }

    [Fact]
    public void Given_no_throughput_at_all_Then_there_is_no_answer_to_when() =>
        Forecasts.When([0, 0, 0], items: 1, seed: 1).ShouldBeNull();

    [Fact]
    public void Given_steady_flow_Then_littles_law_leaves_no_residual()
    {
        // One item a day, each two days in progress, for a hundred days around the window.
        FlowItem[] items =
        [
            .. Enumerable.Range(-30, 100).Select(day => Item(Start.AddDays(day), TimeSpan.FromDays(2), end: 0)),
        ];

        var law = FlowMeasures.LittlesLaw(Flows.Sample(Month, items));

        law.AverageWip.ShouldBe(2, tolerance: 1e-9);
        law.RelativeResidual!.Value.ShouldBe(0, tolerance: 1e-9);
    }

    /// <summary>The area under WIP(t), by adding up its steps.</summary>
    private static TimeSpan Integral(FlowItem[] items, Window window)
    {
        List<DateTimeOffset> steps =
        [
            .. items
                .SelectMany(item => new[] { item.StartedAt, item.EndedAt })
                .OfType<DateTimeOffset>()
                .Where(t => window.From < t && t < window.To)
                .Append(window.From)
                .Distinct()
                .Order(),
            window.To,
        ];
        return steps
            .Zip(steps.Skip(1), (from, to) => (to - from) * Flows.WipAt(items, from))
            .Aggregate(TimeSpan.Zero, (sum, area) => sum + area);
    }

    private static FlowItem Item(DateTimeOffset started, TimeSpan length, int end) =>
        new(
            Guid.CreateVersion7(),
            "FS-1",
            WorkCategory.Support,
            ClassOfService.Standard,
            started.AddDays(-3),
            started.AddDays(-1),
            started,
            FinishedAt: end is 0 or 1 ? started + length : null,
            AbandonedAt: end is 2 ? started + length : null
        );
}
