using System.Globalization;
using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class WorkingCalendarTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    // 2026-03-29 02:00 the clocks of Berlin jump to 03:00; 2026-03-27 is a Friday.
    [Theory]
    [InlineData("2026-03-27T08:00Z", "2026-03-27T09:30Z", 1.5, "within a day")]
    [InlineData("2026-03-27T05:00Z", "2026-03-27T23:00Z", 8, "a whole day")]
    [InlineData("2026-03-27T15:00Z", "2026-03-30T08:00Z", 2, "one hour on Friday, one on Monday, in summer time")]
    [InlineData("2026-03-28T00:00Z", "2026-03-29T22:00Z", 0, "a weekend")]
    [InlineData("2026-03-27T17:00Z", "2026-03-27T20:00Z", 0, "an evening")]
    [InlineData("2026-03-23T00:00Z", "2026-03-30T00:00Z", 40, "a week")]
    public void Given_an_interval_Then_its_working_time_is_what_lies_in_working_hours(
        string from,
        string to,
        double hours,
        string because
    ) => Calendar().Ticks(At(from), At(to)).ShouldBe(TimeSpan.FromHours(hours).Ticks, because);

    [Fact]
    public void Given_pieces_that_touch_Then_they_add_up_to_the_whole_to_the_tick()
    {
        var calendar = Calendar();
        var from = At("2026-03-20T03:17Z");
        List<DateTimeOffset> cuts = [.. Enumerable.Range(0, 200).Select(n => from.AddMinutes(n * 97).AddTicks(n))];

        var sum = cuts.Zip(cuts.Skip(1), calendar.Ticks).Sum();

        sum.ShouldBe(calendar.Ticks(cuts[0], cuts[^1]));
        sum.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Given_a_day_of_work_Then_it_is_one_day() =>
        Calendar()
            .Days(At("2026-03-24T00:00Z").UtcTicks, At("2026-03-25T00:00Z").UtcTicks)
            .ShouldBe(TimeSpan.FromDays(1));

    private static WorkingCalendar Calendar() =>
        new(new(new(9, 0), new(17, 0), Berlin), new(At("2026-03-15T00:00Z"), At("2026-04-15T00:00Z")));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
