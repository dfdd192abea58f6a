using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>The working calendar against a plain count of quarters of an hour, and where it begins and ends.</summary>
public sealed class WorkingHoursTests
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly WorkingDay NineToFive = new(new(9, 0), new(17, 0), Berlin);

    [Fact]
    public void Given_weeks_around_a_change_of_the_clocks_Then_the_time_up_to_each_quarter_is_a_plain_count()
    {
        // A Thursday to a Tuesday, four weeks and more: the clocks jump on 2026-03-29.
        var span = new Window(Utc(3, 12), Utc(4, 14));
        var calendar = new WorkingCalendar(NineToFive, span);
        var plainly = 0L;
        for (var t = span.From; t < span.To; t += Quarter)
        {
            calendar.Ticks(span.From, t).ShouldBe(plainly, $"up to {t}");
            var local = TimeZoneInfo.ConvertTime(t, Berlin);
            var works = local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && local.Hour is >= 9 and < 17;
            plainly += works ? Quarter.Ticks : 0;
        }

        plainly.ShouldBe(TimeSpan.FromHours(23 * 8).Ticks, "23 working days");
    }

    [Fact]
    public void Given_instants_around_opening_and_closing_Then_each_tick_counts()
    {
        var calendar = new WorkingCalendar(NineToFive, new(Utc(3, 2), Utc(3, 3)));
        var (opens, closes) = (Utc(3, 2).AddHours(8), Utc(3, 2).AddHours(16));

        calendar.Ticks(Utc(3, 2), opens).ShouldBe(0);
        calendar.Ticks(Utc(3, 2), opens.AddTicks(1)).ShouldBe(1);
        calendar.Ticks(opens.AddTicks(-1), opens.AddTicks(3)).ShouldBe(3);
        calendar.Ticks(closes.AddTicks(-2), closes.AddTicks(5)).ShouldBe(2);
        calendar.Ticks(Utc(3, 2), Utc(3, 3)).ShouldBe(TimeSpan.FromHours(8).Ticks);
    }

    [Fact]
    public void Given_an_instant_on_the_day_after_the_span_Then_its_hours_are_known_too() =>
        new WorkingCalendar(NineToFive, new(Utc(3, 2), Utc(3, 3).AddHours(10)))
            .Ticks(Utc(3, 3), Utc(3, 4).AddHours(9))
            .ShouldBe(TimeSpan.FromHours(8 + 1).Ticks);

    [Fact]
    public void Given_an_instant_after_the_last_working_day_Then_all_of_that_day_is_worked() =>
        // 2026-03-07 is a Saturday.
        new WorkingCalendar(NineToFive, new(Utc(3, 2), Utc(3, 7).AddHours(12)))
            .Ticks(Utc(3, 6), Utc(3, 7).AddHours(12))
            .ShouldBe(TimeSpan.FromHours(8).Ticks);

    [Fact]
    public void Given_a_span_without_a_working_day_Then_no_time_is_worked()
    {
        // 2026-03-07 is a Saturday.
        var calendar = new WorkingCalendar(NineToFive, new(Utc(3, 7), Utc(3, 7).AddHours(12)));

        calendar.Ticks(Utc(3, 7), Utc(3, 7).AddHours(12)).ShouldBe(0);
    }

    [Fact]
    public void Given_part_of_a_day_Then_it_is_as_much_of_a_working_day()
    {
        var calendar = new WorkingCalendar(NineToFive, new(Utc(3, 2), Utc(3, 6)));

        calendar
            .Days(Utc(3, 2).UtcTicks, Utc(3, 4).AddHours(10).UtcTicks)
            .ShouldBe(TimeSpan.FromDays(2.25), "two days, and two hours of eight");
        NineToFive.Ticks.ShouldBe(TimeSpan.FromHours(8).Ticks);
    }

    [Fact]
    public void Given_clocks_that_jump_over_the_opening_Then_the_day_opens_after_the_jump()
    {
        // On Wednesday 2026-03-04 at 09:00 the clocks of this zone jump to 10:00.
        var rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date,
            DateTime.MaxValue.Date,
            TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new(1, 1, 1, 9, 0, 0), 3, 4),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new(1, 1, 1, 9, 0, 0), 10, 1)
        );
        var zone = TimeZoneInfo.CreateCustomTimeZone("Jump", TimeSpan.Zero, "Jump", "Jump", "Jump in summer", [rule]);
        var calendar = new WorkingCalendar(NineToFive with { Zone = zone }, new(Utc(3, 2), Utc(3, 6)));

        calendar.Ticks(Utc(3, 3), Utc(3, 4)).ShouldBe(TimeSpan.FromHours(8).Ticks);
        calendar.Ticks(Utc(3, 4), Utc(3, 4).AddHours(9).AddTicks(1)).ShouldBe(1);
        calendar.Ticks(Utc(3, 4), Utc(3, 5)).ShouldBe(TimeSpan.FromHours(7).Ticks);
        calendar.Ticks(Utc(3, 5).AddHours(8), Utc(3, 5).AddHours(9)).ShouldBe(TimeSpan.FromHours(1).Ticks);
    }

    private static DateTimeOffset Utc(int month, int day) => new(2026, month, day, 0, 0, 0, TimeSpan.Zero);
}
