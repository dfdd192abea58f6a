using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class ForecastDrawsTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public void Given_a_seed_Then_the_generator_gives_the_published_numbers_of_split_mix()
    {
        var random = new SplitMix(1_234_567);
        ulong[] published =
        [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ];

        foreach (var number in published)
        {
            random.Next(int.MaxValue).ShouldBe((int)(((UInt128)number * int.MaxValue) >> 64));
        }
    }

    [Theory]
    [InlineData(new[] { 0, 2, 1, 5 })]
    [InlineData(new[] { 0, 100_000, 7 })]
    [InlineData(new[] { 4 })]
    public void Given_days_Then_the_sums_are_those_of_days_drawn_one_by_one_in_ascending_order(int[] daily)
    {
        var random = new SplitMix(9);
        List<int> plainly = [];
        for (var run = 0; run < Forecasts.Runs; run++)
        {
            plainly.Add(daily[random.Next(daily.Length)] + daily[random.Next(daily.Length)]);
        }

        Forecasts.HowMany(daily, days: 2, seed: 9).ShouldBe(plainly.Order());
    }

    [Fact]
    public void Given_no_days_to_go_Then_nothing_is_promised() =>
        Forecasts.HowMany([3, 4], days: 0, seed: 9).ShouldAllBe(sum => sum == 0);

    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(2, 3, 2)]
    [InlineData(2, 4, 2)]
    [InlineData(1, Forecasts.LongestDays + 1, Forecasts.LongestDays)]
    public void Given_the_same_number_each_day_Then_so_many_items_take_as_many_days_up_to_the_longest(
        int daily,
        int items,
        int days
    )
    {
        var lengths = Forecasts.When([daily], items, seed: 4)!;

        (lengths[0], lengths[^1]).ShouldBe((days, days));
    }

    [Fact]
    public void Given_days_Then_the_lengths_are_those_of_days_drawn_until_enough_is_done_in_ascending_order()
    {
        int[] daily = [0, 1, 0, 3];
        var random = new SplitMix(2);
        List<int> plainly = [];
        for (var run = 0; run < Forecasts.Runs; run++)
        {
            var (days, done) = (0, 0);
            for (; done < 5; days++)
            {
                done += daily[random.Next(4)];
            }

            plainly.Add(days);
        }

        Forecasts.When(daily, items: 5, seed: 2).ShouldBe(plainly.Order());
    }

    [Fact]
    public void Given_nothing_ever_done_Then_only_a_card_with_none_ahead_has_an_answer()
    {
        Forecasts.Card(new(TimeSpan.Zero, Ahead: 1, [Day]), [0, 0], seed: 1).ShouldBeNull();
        Forecasts.Card(new(TimeSpan.Zero, Ahead: 1, [Day]), [0, 1], seed: 1).ShouldNotBeNull();
        Forecasts.Card(new(TimeSpan.Zero, Ahead: 0, [Day]), [0, 0], seed: 1)!.ShouldAllBe(length => length == Day);
        Forecasts.Card(new(TimeSpan.Zero, Ahead: 0, []), [1], seed: 1).ShouldBeNull();
    }

    [Fact]
    public void Given_some_ahead_Then_the_wait_the_cycle_time_and_the_age_make_the_length_in_ascending_order()
    {
        int[] daily = [1, 0, 2];
        TimeSpan[] times = [Day * 3, Day * 5, Day * 8, Day];
        var random = new SplitMix(6);
        List<TimeSpan> plainly = [];
        for (var run = 0; run < Forecasts.Runs; run++)
        {
            var (days, done) = (0, 0);
            for (; done < 3; days++)
            {
                done += daily[random.Next(3)];
            }

            plainly.Add((Day * days) + times[random.Next(3)] - (Day * 2));
        }

        Forecasts.Card(new(Day * 2, Ahead: 3, times), daily, seed: 6).ShouldBe(plainly.Order());
    }

    [Theory]
    [InlineData(0.50, 10)]
    [InlineData(0.85, 3)]
    [InlineData(0.95, 1)]
    public void Given_twenty_sums_Then_more_confidence_promises_less(double confidence, int promised) =>
        Forecasts.PromisedAt([.. Enumerable.Range(1, 20)], confidence).ShouldBe(promised);
}
