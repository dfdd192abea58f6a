using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class DistributionTests
{
    [Fact]
    public void Given_ten_times_Then_each_percentile_is_the_value_at_its_rank_and_the_mean_that_of_all()
    {
        var expected = new Distribution(10, TooFew: false, new(50), new(90), new(100), new(56));

        Distribution.Of(Times(100, 10, 30, 20, 50, 40, 70, 61, 90, 89)).ShouldBe(expected with { P85 = new(90) });
        Distribution
            .OfSorted([
                [10, 20, 50, 61, 89],
                [],
                [30, 40, 70, 90],
                [100],
            ])
            .ShouldBe(expected);
    }

    [Fact]
    public void Given_nine_times_Then_only_their_number_is_told()
    {
        var few = new Distribution(9, TooFew: true, null, null, null, null);

        Distribution.Of(Times(1, 2, 3, 4, 5, 6, 7, 8, 9)).ShouldBe(few);
        Distribution
            .OfSorted([
                [1, 2, 3, 4, 5, 6],
                [7, 8, 9],
            ])
            .ShouldBe(few);
        Distribution.OfSorted([]).ShouldBe(few with { Count = 0 });
    }

    [Fact]
    public void Given_runs_Then_they_say_what_the_same_times_say_in_one()
    {
        long[][] runs = [.. Enumerable.Range(0, 7).Select(run => Run(run).Order().ToArray())];

        Distribution.OfSorted(runs).ShouldBe(Distribution.Of(runs.SelectMany(run => run).Select(t => new TimeSpan(t))));
    }

    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(0.1, 10, 0)]
    [InlineData(0.11, 10, 1)]
    [InlineData(0.2, 10, 1)]
    [InlineData(1, 10, 9)]
    [InlineData(1.5, 10, 9)]
    [InlineData(0.35, 20, 6)]
    public void Given_a_share_of_so_many_Then_the_place_is_that_of_the_nearest_rank(double p, int count, int place) =>
        Percentiles.PlaceOf(count, p).ShouldBe(place);

    private static IEnumerable<TimeSpan> Times(params long[] ticks) => ticks.Select(t => new TimeSpan(t));

    private static IEnumerable<long> Run(int run) =>
        Enumerable.Range(0, 3 * run).Select(n => (n * 37L + run * 11) % 101);
}
