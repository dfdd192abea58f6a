using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class BlockBootstrapTests
{
    [Theory]
    [InlineData(8, 2)]
    [InlineData(21, 5)]
    [InlineData(28, 7)]
    [InlineData(30, 7)]
    public void Given_days_Then_each_side_is_drawn_for_itself_in_blocks_around_the_end(int days, int block)
    {
        var asked = new List<string>();
        double? Asked(int[] weights)
        {
            asked.Add(string.Join(',', weights));
            return 1;
        }

        BlockBootstrap.Of(days, Asked, Asked, seed: 5, resamples: 3);

        var random = new SplitMix(5);
        var once = string.Join(',', Enumerable.Repeat(1, days));
        asked.ShouldBe([once, once, .. Enumerable.Range(0, 2 * 3).Select(_ => Drawn(days, block, random))]);
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    public void Given_few_days_Then_an_interval_is_told_from_eight_on(int days, bool isTold)
    {
        DayCell[] before = [.. Enumerable.Repeat(new DayCell(6, 2), days)];
        DayCell[] after = [.. Enumerable.Repeat(new DayCell(8, 2), days)];

        var effect = BlockBootstrap.OfRatio(before, after, seed: 1)!;

        (effect.Before, effect.After, effect.Difference).ShouldBe((3, 4, 1));
        (effect.Low, effect.High).ShouldBe(isTold ? (1, 1) : (null, null));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Given_resamples_without_a_figure_Then_an_interval_needs_half_of_them(int existing, bool isTold)
    {
        var asked = 0;

        // Asked first for the windows as they are, and then for ten resamples.
        var effect = BlockBootstrap.Of(8, _ => 1, _ => asked++ <= existing ? 3 : null, seed: 1, resamples: 10)!;

        effect.Difference.ShouldBe(2);
        effect.High.ShouldBe(isTold ? 2 : null);
    }

    [Fact]
    public void Given_a_side_without_items_Then_there_is_no_effect()
    {
        var nothing = new DayCell[8];
        DayCell[] something = [.. Enumerable.Repeat(new DayCell(3, 1), 8)];

        BlockBootstrap.OfRatio(nothing, something, seed: 1).ShouldBeNull();
        BlockBootstrap.OfRatio(something, nothing, seed: 1).ShouldBeNull();
        BlockBootstrap.OfRatio([], [], seed: 1).ShouldBeNull();
    }

    [Theory]
    [InlineData(0.50, 10)]
    [InlineData(0.85, 17)]
    public void Given_values_in_any_order_Then_the_percentile_is_the_value_of_that_rank(double p, double expected)
    {
        var effect = BlockBootstrap.OfPercentile(14, OneToTwenty(plus: 0), OneToTwenty(plus: 100), p, seed: 1)!;

        (effect.Before, effect.After).ShouldBe((expected, expected + 100));
    }

    [Theory]
    [InlineData(0.50)]
    [InlineData(0.85)]
    public void Given_days_drawn_several_times_Then_the_percentile_counts_each_value_as_often(double p)
    {
        var (before, after) = (OneToTwenty(plus: 0), OneToTwenty(plus: 3));

        BlockBootstrap
            .OfPercentile(14, before, after, p, seed: 7)
            .ShouldBe(BlockBootstrap.Of(14, Repeated(before, p), Repeated(after, p), seed: 7));
    }

    [Theory]
    [InlineData(10, 10, true)]
    [InlineData(9, 10, false)]
    [InlineData(10, 9, false)]
    public void Given_fewer_than_ten_values_on_a_side_Then_no_percentile_is_compared(int before, int after, bool isTold)
    {
        static IEnumerable<(int, double)> Values(int count) => Enumerable.Range(0, count).Select(day => (day, 1.0));

        var effect = BlockBootstrap.OfPercentile(14, Values(before), Values(after), 0.5, seed: 1);

        (effect is not null).ShouldBe(isTold);
    }

    /// <summary>How often each day is drawn, told from the days themselves.</summary>
    private static string Drawn(int days, int block, SplitMix random)
    {
        var drawn = Enumerable
            .Range(0, days)
            .Chunk(block)
            .SelectMany(places =>
            {
                var start = random.Next(days);
                return places.Select((_, at) => (start + at) % days);
            })
            .ToArray();
        return string.Join(',', Enumerable.Range(0, days).Select(day => drawn.Count(one => one == day)));
    }

    /// <summary>The numbers of 1 to 20, each once, in no order over two weeks.</summary>
    private static (int Day, double Value)[] OneToTwenty(int plus) =>
        [.. Enumerable.Range(0, 20).Select(at => (at * 5 % 14, (double)(at * 7 % 20) + 1 + plus))];

    /// <summary>A percentile by nearest rank of each value repeated as often as its day was drawn.</summary>
    private static Func<int[], double?> Repeated((int Day, double Value)[] values, double p) =>
        weights =>
        {
            double[] all = [.. values.SelectMany(value => Enumerable.Repeat(value.Value, weights[value.Day])).Order()];
            return all.Length == 0 ? null : all[(int)Math.Ceiling((decimal)p * all.Length) - 1];
        };
}
