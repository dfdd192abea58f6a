using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class TurnsTests
{
    [Fact]
    public void Given_intervals_in_any_order_Then_rises_and_falls_ascend_and_what_never_ends_has_no_fall()
    {
        var turns = Collected((5, 9), (1, null), (2, 4));

        turns.Rises.ShouldBe([Ticks(1), Ticks(2), Ticks(5)]);
        turns.Falls.ShouldBe([Ticks(4), Ticks(9)]);
    }

    [Fact]
    public void Given_an_interval_that_is_empty_or_ends_before_it_begins_Then_it_is_left_out()
    {
        var turns = Collected((3, 3), (5, 4), (6, 7));

        turns.Rises.ShouldBe([Ticks(6)]);
        turns.Falls.ShouldBe([Ticks(7)]);
    }

    [Theory]
    [InlineData(0, 10, 14)]
    [InlineData(3, 6, 5)]
    [InlineData(-9, -1, 0)]
    [InlineData(20, 30, 10)]
    public void Given_a_window_Then_the_time_within_is_what_of_each_interval_lies_in_it(int from, int to, int days) =>
        // [1, 4), [5, 7) and [1, …).
        Collected((1, 4), (5, 7), (1, null)).TimeWithin(Days(from, to)).ShouldBe(TimeSpan.FromDays(days).Ticks);

    [Fact]
    public void Given_a_key_that_comes_again_Then_its_intervals_are_collected_together()
    {
        var groups = new Dictionary<string, OpenTurns>(StringComparer.Ordinal);

        OpenTurns.Under(groups, "one").Add(Now, Now.AddDays(1));
        OpenTurns.Under(groups, "other").Add(Now, Now.AddDays(2));
        OpenTurns.Under(groups, "one").Add(Now.AddDays(3), null);

        var sorted = OpenTurns.Sorted(groups);
        sorted["one"].Rises.ShouldBe([Ticks(0), Ticks(3)]);
        sorted["one"].Falls.ShouldBe([Ticks(1)]);
        sorted["other"].Falls.ShouldBe([Ticks(2)]);
    }

    [Fact]
    public void Given_a_limit_Then_the_time_at_it_or_above_is_full_and_the_count_is_summed_over_all()
    {
        // One from 1, two from 2 to 5, one to 7, none to 8.
        var steps = Steps.Of([Collected((1, 7)), Collected((2, 5), (8, null))]);

        steps.Sum(Days(0, 8), limit: 1).ShouldBe((9.0 * TimeSpan.TicksPerDay, 6 * TimeSpan.TicksPerDay));
        steps.Sum(Days(0, 8), limit: 2).ShouldBe((9.0 * TimeSpan.TicksPerDay, 3 * TimeSpan.TicksPerDay));
        steps.Sum(Days(0, 8), limit: 3).Full.ShouldBe(0);
        steps.Sum(Days(3, 3), limit: 0).ShouldBe((0.0, 0L));
    }

    [Fact]
    public void Given_steps_Then_a_count_changes_at_its_instant_and_the_pieces_begin_and_end_there()
    {
        var steps = Steps.Of([Collected((1, 7)), Collected((2, 5))]);

        steps.At(Now.AddDays(1).AddTicks(-1)).ShouldBe(0);
        steps.At(Now.AddDays(1)).ShouldBe(1);
        steps.At(Now.AddDays(5).AddTicks(-1)).ShouldBe(2);
        steps.At(Now.AddDays(5)).ShouldBe(1);
        steps.Pieces(Days(1, 7)).ShouldBe([(Days(1, 2), 1), (Days(2, 5), 2), (Days(5, 7), 1)]);
        steps.Pieces(Days(3, 3)).ShouldBeEmpty();
    }

    private static Turns Collected(params (double From, double? To)[] intervals)
    {
        var open = new OpenTurns();
        foreach (var (from, to) in intervals)
        {
            open.Add(Now.AddDays(from), to is { } end ? Now.AddDays(end) : null);
        }

        return open.Sorted();
    }

    private static long Ticks(double day) => Now.AddDays(day).UtcTicks;
}
