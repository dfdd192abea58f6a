using System.Numerics;
using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Tests.Domain.Trials;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class PermutationTestTests
{
    private const int SevenWeeks = 49;

    [Theory]
    [InlineData(3, 1)]
    [InlineData(8, 2)]
    [InlineData(27, 6)]
    [InlineData(28, 7)]
    [InlineData(84, 7)]
    public void Given_days_Then_a_block_is_a_week_or_with_fewer_than_four_of_them_a_fourth(int days, int expected) =>
        PermutationTest.BlockLength(days).ShouldBe(expected);

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Given_eight_weeks_Then_the_p_value_is_the_share_of_all_halves_that_differ_as_much(int sign)
    {
        var random = new SplitMix(21);
        for (var pair = 0; pair < 20; pair++)
        {
            var (before, after) = (Noise(random), Noise(random));

            PermutationTest.PValue(before, after, sign, seed: 1).ShouldBe(ByBruteForce([.. before, .. after], sign));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Given_days_beyond_whole_weeks_Then_those_furthest_from_the_border_are_left_out(int sign)
    {
        var random = new SplitMix(22);
        var (before, after) = (Noise(random), Noise(random));
        DayCell[] far = [new(900, 1), new(700, 1)];

        PermutationTest
            .PValue([.. far, .. before], [.. after, .. far], sign, seed: 1)
            .ShouldBe(ByBruteForce([.. before, .. after], sign));
    }

    [Fact]
    public void Given_a_side_without_items_or_without_days_Then_there_is_no_p_value()
    {
        DayCell[] nothing = [.. Enumerable.Repeat(default(DayCell), 8)];
        DayCell[] something = [.. Enumerable.Repeat(new DayCell(3, 1), 8)];

        PermutationTest.PValue(nothing, something, 1, seed: 1).ShouldBeNull();
        PermutationTest.PValue(something, nothing, 1, seed: 1).ShouldBeNull();
        PermutationTest.PValue([], [], 1, seed: 1).ShouldBeNull();
    }

    [Fact]
    public void Given_items_whose_sum_is_nothing_Then_they_count_as_any_others()
    {
        DayCell[] free = [.. Enumerable.Repeat(new DayCell(0, 1), 8)];
        DayCell[] dear = [.. Enumerable.Repeat(new DayCell(1, 1), 8)];

        PermutationTest.PValue(free, dear, 1, seed: 1).ShouldBe(1.0 / 70);
        PermutationTest.PValue(dear, free, -1, seed: 1).ShouldBe(1.0 / 70);
    }

    [Fact]
    public void Given_rearrangements_that_leave_a_side_without_items_Then_they_count_as_extreme()
    {
        // Of the 70 halves of eight days 30 have both items on one side; of the other 40 half are as they were.
        DayCell[] before = [new(1, 1), default, default, default];
        DayCell[] after = [default, default, default, new(2, 1)];

        PermutationTest.PValue(before, after, 1, seed: 1).ShouldBe(50.0 / 70);
    }

    [Fact]
    public void Given_more_weeks_than_are_looked_at_exactly_Then_the_real_arrangement_is_counted_with_those_drawn()
    {
        DayCell[] before = [.. Enumerable.Repeat(new DayCell(1, 1), SevenWeeks)];
        DayCell[] after = [.. Enumerable.Repeat(new DayCell(2, 1), SevenWeeks)];

        PermutationTest.PValue(before, before, 1, seed: 1, draws: 9).ShouldBe(1.0);
        PermutationTest.PValue(before, after, 1, seed: 1, draws: 9).ShouldBe(1.0 / 10);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(13)]
    public void Given_a_rearrangement_is_drawn_Then_each_week_is_before_as_often_as_after(int week)
    {
        // The difference is as large as it was just where the only week that differs stays on its side.
        const int draws = 2_000;
        var days = new DayCell[2 * SevenWeeks];
        Array.Fill(days, new DayCell(0, 1));
        days[week * 7] = new(week < 7 ? -1 : 1, 1);

        var stayed = Enumerable
            .Range(0, draws)
            .Count(seed =>
                PermutationTest.PValue(days[..SevenWeeks], days[SevenWeeks..], 1, (ulong)seed, draws: 1) > 0.75
            );

        // Four standard deviations to either side.
        ((double)stayed / draws).ShouldBe(0.5, tolerance: 4 * Math.Sqrt(0.25 / draws));
    }

    /// <summary>By its definition, over all ways to choose four of eight weeks.</summary>
    private static double ByBruteForce(DayCell[] days, int sign)
    {
        DayCell[] weeks =
        [
            .. days.Chunk(7).Select(week => new DayCell(week.Sum(day => day.Sum), week.Sum(day => day.Count))),
        ];
        double Mean(uint chosen)
        {
            DayCell[] some = [.. weeks.Where((_, week) => (chosen >> week & 1) == 1)];
            return some.Sum(week => week.Sum) / some.Sum(week => week.Count);
        }

        double Difference(uint after) => sign * (Mean(after) - Mean(~after));
        uint[] halves = [.. Enumerable.Range(0, 256).Select(set => (uint)set).Where(BitsAreFour)];
        var seen = Difference(0b1111_0000);
        return halves.Count(half => Difference(half) > seen - 1e-9) / (double)halves.Length;
    }

    private static bool BitsAreFour(uint set) => BitOperations.PopCount(set) == 4;
}
