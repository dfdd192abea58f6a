using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Tests.Domain.Flows;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class RunsTests
{
    private static readonly long[][] Overlapping =
    [
        [1, 4, 9],
        [],
        [2, 3, 5],
        [-7, 5, 10],
    ];

    [Fact]
    public void Given_runs_that_overlap_Then_all_their_values_ascend_in_one() =>
        Runs.Merge(Overlapping).ShouldBe([-7, 1, 2, 3, 4, 5, 5, 9, 10]);

    [Fact]
    public void Given_runs_that_stand_in_the_wrong_order_Then_they_are_merged_all_the_same() =>
        Runs.Merge([
                [5, 6],
                [3],
                [1, 2],
            ])
            .ShouldBe([1, 2, 3, 5, 6]);

    [Fact]
    public void Given_no_runs_Then_nothing_is_merged() => Runs.Merge([]).ShouldBeEmpty();

    [Fact]
    public void Given_runs_that_overlap_Then_the_value_at_each_place_is_that_of_all_in_one_array() =>
        Enumerable
            .Range(0, 9)
            .Select(place => Runs.ValueAt(Overlapping, place))
            .ShouldBe([-7, 1, 2, 3, 4, 5, 5, 9, 10]);

    [Fact]
    public void Given_one_value_Then_it_stands_at_the_first_place() =>
        Runs.ValueAt(
                [
                    [],
                    [3],
                ],
                0
            )
            .ShouldBe(3);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 3)]
    [InlineData(5, 3)]
    [InlineData(6, 4)]
    [InlineData(9, 4)]
    public void Given_a_value_Then_those_up_to_it_are_counted(long t, int count) =>
        Runs.UpTo([2, 4, 4, 6], t).ShouldBe(count);

    [Fact]
    public void Given_a_window_Then_its_first_instant_counts_and_its_last_does_not()
    {
        var window = Days(0, 7);
        var (from, to) = (window.From.UtcTicks, window.To.UtcTicks);

        Runs.Within([from - 1, from, to - 1, to], window).ShouldBe(2);
    }

    [Fact]
    public void Given_values_in_any_order_Then_they_are_sorted_and_none_is_lost() =>
        Runs.Sorted([3, 1, 2, 1]).ShouldBe([1, 1, 2, 3]);
}
