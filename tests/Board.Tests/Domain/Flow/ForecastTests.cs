using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class ForecastTests
{
    private static readonly TimeSpan[] OneToTen = [.. Enumerable.Range(1, 10).Select(day => TimeSpan.FromDays(day))];

    [Fact]
    public void Given_a_card_in_progress_Then_only_longer_cycle_times_are_drawn_and_its_age_is_taken_off()
    {
        var lengths = Forecasts.Card(new(TimeSpan.FromDays(7.5), 0, OneToTen), [], seed: 1)!;

        lengths.Distinct().Order().ShouldBe([TimeSpan.FromDays(0.5), TimeSpan.FromDays(1.5), TimeSpan.FromDays(2.5)]);
        Forecasts.Card(new(TimeSpan.FromDays(7.5), 0, OneToTen), [], seed: 1).ShouldBe(lengths);
        Percentiles.NearestRank(lengths, 0.95).ShouldBe(TimeSpan.FromDays(2.5));
    }

    [Fact]
    public void Given_a_card_in_to_do_Then_those_ahead_are_finished_first()
    {
        var lengths = Forecasts.Card(new(TimeSpan.Zero, Ahead: 6, OneToTen), [1, 1, 1], seed: 1)!;

        lengths[0].ShouldBe(TimeSpan.FromDays(7), "six days for six items, and a cycle time of one at least");
        lengths[^1].ShouldBe(TimeSpan.FromDays(16));
    }

    [Fact]
    public void Given_a_card_older_than_all_others_Then_there_is_no_answer() =>
        Forecasts.Card(new(TimeSpan.FromDays(10), 0, OneToTen), [1], seed: 1).ShouldBeNull();

    [Fact]
    public void Given_days_that_stay_alike_Then_each_confidence_is_kept_about_as_often_as_it_says()
    {
        var random = new SplitMix(5);
        List<DayCount> daily =
        [
            .. Enumerable
                .Range(0, 2_000)
                .Select(day => new DayCount(DateOnly.FromDateTime(Now.Date).AddDays(day), random.Next(4))),
        ];

        var test = BackTest.Of(daily, history: 60, horizon: 10, seed: 3);

        test.Forecasts.Count.ShouldBeInRange(35, BackTest.MostOrigins + 1);
        foreach (var band in test.Bands)
        {
            band.Share.ShouldBeInRange(band.Confidence - 0.12, 1);
        }

        test.Bands.Select(band => band.Share).ShouldBeInOrder();
        test.BrierScore!.Value.ShouldBeLessThan(0.25, "better than always saying one half");
        BackTest.Of(daily, 60, 10, 3).BrierScore.ShouldBe(test.BrierScore);
    }

    [Fact]
    public void Given_a_flow_that_stops_Then_the_back_test_shows_the_promises_that_were_broken()
    {
        var day = DateOnly.FromDateTime(Now.Date);
        List<DayCount> daily = [.. Enumerable.Range(0, 60).Select(d => new DayCount(day.AddDays(d), d < 30 ? 3 : 0))];

        var test = BackTest.Of(daily, history: 30, horizon: 10, seed: 3);

        test.Bands[3].Share.ShouldBeLessThan(0.5);
        test.BrierScore!.Value.ShouldBeGreaterThan(0.25);
    }

    [Fact]
    public void Given_a_window_too_short_Then_nothing_is_tested() =>
        BackTest.Of([new(DateOnly.MinValue, 1)], history: 10, horizon: 5, seed: 1).BrierScore.ShouldBeNull();

    [Fact]
    public void Given_a_card_that_waits_Then_what_is_in_progress_and_what_was_agreed_before_stands_ahead()
    {
        var card = Item(99, null, committed: 5) with { StartedAt = null };
        FlowItem[] others =
        [
            Item(3, null),
            Item(99, null, committed: 4) with
            {
                StartedAt = null,
            },
            Item(99, null, committed: 6) with
            {
                StartedAt = null,
            },
        ];

        CardPlace.Of(Sample(Days(0, 10), [card, .. others]), card).Ahead.ShouldBe(2);
        CardPlace.Of(Sample(Days(0, 10), [card, .. others]), others[0]).Ahead.ShouldBe(0);
    }
}
