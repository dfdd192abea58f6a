using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class BackTestTests
{
    private static readonly DateOnly First = new(2026, 3, 2);

    [Theory]
    [InlineData(30, 10, 4, new[] { 10, 12, 14, 16, 18, 20, 22, 24, 26 })]
    [InlineData(29, 10, 4, new[] { 10, 12, 14, 16, 18, 20, 22, 24 })]
    [InlineData(13, 10, 1, new[] { 10, 11, 12 })]
    [InlineData(14, 10, 4, new[] { 10 })]
    [InlineData(13, 10, 4, new int[0])]
    public void Given_days_Then_a_forecast_is_made_after_each_half_horizon_that_leaves_a_whole_one(
        int days,
        int history,
        int horizon,
        int[] origins
    ) =>
        BackTest
            .Of(Constant(days, 1), history, horizon, seed: 1)
            .Forecasts.Select(forecast => forecast.On.DayNumber - First.DayNumber)
            .ShouldBe(origins);

    [Fact]
    public void Given_a_long_window_Then_forecasts_are_made_further_apart_so_that_there_are_about_forty() =>
        // Between the first ten days and the last four lie 399: each ninth of them.
        BackTest
            .Of(Constant(413, 1), history: 10, horizon: 4, seed: 1)
            .Forecasts.Select(forecast => forecast.On.DayNumber - First.DayNumber)
            .ShouldBe(Enumerable.Range(0, 45).Select(n => 10 + (n * 9)));

    [Fact]
    public void Given_a_flow_that_never_changes_Then_every_promise_comes_true_to_the_item()
    {
        var test = BackTest.Of(Constant(20, 2), history: 10, horizon: 5, seed: 1);

        // Every second day: 10, 12 and 14.
        test.Forecasts.Count.ShouldBe(3);
        test.Forecasts.ShouldAllBe(one => one.Happened == 10 && one.Promised.All(promised => promised == 10));
        test.Bands.ShouldBe([new(0.5, 3, 3), new(0.7, 3, 3), new(0.85, 3, 3), new(0.95, 3, 3)]);
        test.Bands[0].Share.ShouldBe(1);
        test.BrierScore!.Value.ShouldBe((0.25 + 0.09 + 0.0225 + 0.0025) / 4, tolerance: 1e-12);
    }

    [Fact]
    public void Given_a_flow_that_stops_Then_the_promises_are_of_the_days_before_alone_and_none_comes_true()
    {
        // Five days of nine, which nobody asks about; ten of one; five of none.
        var daily = Constant(20, 9)
            .Select(
                (day, at) =>
                    day with
                    {
                        Count =
                            at < 5 ? 9
                            : at < 15 ? 1
                            : 0,
                    }
            )
            .ToList();

        var test = BackTest.Of(daily, history: 10, horizon: 5, seed: 1);

        test.Forecasts[^1].On.ShouldBe(First.AddDays(14));
        var last = BackTest.Of([.. daily.Skip(5)], history: 10, horizon: 5, seed: 1);
        last.Forecasts.ShouldHaveSingleItem().Promised.ShouldBe([5, 5, 5, 5]);
        last.Forecasts[0].Happened.ShouldBe(0);
        last.Bands.ShouldAllBe(band => band.Promises == 1 && band.CameTrue == 0 && band.Share == 0);
        last.BrierScore!.Value.ShouldBe((0.25 + 0.49 + 0.7225 + 0.9025) / 4, tolerance: 1e-12);
    }

    [Fact]
    public void Given_days_that_differ_Then_each_forecast_is_from_the_days_right_before_it_with_a_seed_of_its_own()
    {
        List<DayCount> daily = [.. Constant(40, 0).Select((day, at) => day with { Count = at * at % 17 })];

        var test = BackTest.Of(daily, history: 12, horizon: 6, seed: 8);

        foreach (var one in test.Forecasts)
        {
            var at = one.On.DayNumber - First.DayNumber;
            var before = daily.GetRange(at - 12, 12).ConvertAll(day => day.Count);
            var sums = Forecasts.HowMany(before, 6, 8 + (ulong)at);
            one.Promised.ShouldBe([sums[4_999], sums[2_999], sums[1_499], sums[499]]);
            one.Happened.ShouldBe(daily.GetRange(at, 6).Sum(day => day.Count));
        }

        var errors = test.Forecasts.SelectMany(one =>
            BackTest.Confidences.Zip(one.Promised, (p, promised) => p - (one.Happened >= promised ? 1 : 0))
        );
        test.BrierScore!.Value.ShouldBe(errors.Average(error => error * error), tolerance: 1e-12);
        var cameTrue = test.Forecasts.Count(one => one.Happened >= one.Promised[1]);
        test.Bands[1].ShouldBe(new(0.7, test.Forecasts.Count, cameTrue));
        new Calibration(0.7, 4, 3).Share.ShouldBe(0.75);
    }

    [Fact]
    public void Given_too_few_days_Then_there_are_no_bands_and_no_score()
    {
        var test = BackTest.Of(Constant(13, 1), history: 10, horizon: 4, seed: 1);

        test.Bands.ShouldBeEmpty();
        test.BrierScore.ShouldBeNull();
    }

    private static List<DayCount> Constant(int days, int count) =>
        [.. Enumerable.Range(0, days).Select(day => new DayCount(First.AddDays(day), count))];
}
