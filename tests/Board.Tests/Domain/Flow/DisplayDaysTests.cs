using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class DisplayDaysTests
{
    /// <summary>Two hours ahead; on Wednesday 2026-03-04 at midnight its clocks jump to 01:00.</summary>
    private static readonly TimeZoneInfo Jumping = TimeZoneInfo.CreateCustomTimeZone(
        "Jump",
        TimeSpan.FromHours(2),
        "Jump",
        "Jump",
        "Jump in summer",
        [
            TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
                DateTime.MinValue.Date,
                DateTime.MaxValue.Date,
                TimeSpan.FromHours(1),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(new(1, 1, 1, 0, 0, 0), 3, 4),
                TimeZoneInfo.TransitionTime.CreateFixedDateRule(new(1, 1, 1, 0, 0, 0), 10, 1)
            ),
        ]
    );

    [Fact]
    public void Given_an_instant_Then_its_day_is_that_of_the_zone()
    {
        var days = Within(Now, Now);

        days.DayOf(Utc(3, 2, 21).AddTicks(-1)).ShouldBe(new DateOnly(2026, 3, 2));
        days.DayOf(Utc(3, 2, 22)).ShouldBe(new DateOnly(2026, 3, 3));
    }

    [Fact]
    public void Given_a_window_Then_it_touches_the_day_of_its_first_instant_and_not_the_one_that_begins_at_its_end()
    {
        Numbers(Within(Utc(3, 1, 22), Utc(3, 3, 22))).ShouldBe([2, 3]);
        Numbers(Within(Utc(3, 1, 22).AddTicks(-1), Utc(3, 3, 22).AddTicks(1))).ShouldBe([1, 2, 3, 4]);
        Numbers(Within(Utc(3, 2, 8), Utc(3, 2, 9))).ShouldBe([2]);
    }

    [Fact]
    public void Given_days_Then_each_starts_at_midnight_of_the_zone_and_after_the_jump_where_there_is_no_midnight()
    {
        var days = Within(Now, Now);
        DateTimeOffset[] starts = [.. Enumerable.Range(3, 3).Select(day => days.StartOf(new(2026, 3, day)))];

        starts.ShouldBe([Utc(3, 2, 22), Utc(3, 3, 22), Utc(3, 4, 21)]);
        starts.ShouldAllBe(start => start.Offset == TimeSpan.Zero);
    }

    private static DisplayDays Within(DateTimeOffset from, DateTimeOffset to) => new(new(from, to), Jumping);

    private static int[] Numbers(DisplayDays days) => [.. days.All().Select(day => day.Day)];

    private static DateTimeOffset Utc(int month, int day, int hour) => new(2026, month, day, hour, 0, 0, TimeSpan.Zero);
}
