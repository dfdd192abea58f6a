using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Tests.Domain.Trials;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class ExperimentPowerTests
{
    [Fact]
    public void Given_an_effect_beyond_all_chance_Then_it_is_always_shown()
    {
        DayCell[] steady = [.. Enumerable.Repeat(new DayCell(4, 1), 28)];

        ExperimentPower.Of(steady, 1, seed: 1, simulations: 10).ShouldBe(1.0);
        ExperimentPower.Of(steady, -1, seed: 1, simulations: 10).ShouldBe(1.0);
    }

    [Fact]
    public void Given_nothing_finished_before_Then_no_power_is_told()
    {
        ExperimentPower.Of(new DayCell[28], 1, seed: 1, simulations: 10).ShouldBeNull();
        ExperimentPower.Of([], 1, seed: 1, simulations: 10).ShouldBeNull();
    }

    [Theory]
    [InlineData(20, 1.5)]
    [InlineData(28, 0.7)]
    [InlineData(30, -0.7)]
    [InlineData(50, 0.4)]
    [InlineData(50, -0.6)]
    public void Given_days_before_Then_the_power_is_the_share_of_simulated_experiments_that_show_it(
        int days,
        double effect
    )
    {
        var before = Noise(new SplitMix(31), days);

        var power = ExperimentPower.Of(before, effect, seed: 1_000, simulations: 100);

        power.ShouldBe(ByBlocks(before, effect, seed: 1_000, simulations: 100));
        power!.Value.ShouldBeInRange(0.1, 0.95);
    }

    /// <summary>Both sides from the days before, block after block; the effect on each item of the second.</summary>
    private static double ByBlocks(DayCell[] before, double effect, ulong seed, int simulations)
    {
        var random = new SplitMix(seed);
        DayCell[] Drawn() =>
            [
                .. before
                    .Chunk(PermutationTest.BlockLength(before.Length))
                    .SelectMany(block =>
                    {
                        var start = random.Next(before.Length);
                        return block.Select((_, at) => before[(start + at) % before.Length]);
                    }),
            ];

        var shown = Enumerable
            .Range(0, simulations)
            .Count(simulation =>
            {
                var one = Drawn();
                DayCell[] other = [.. Drawn().Select(day => new DayCell(day.Sum + (effect * day.Count), day.Count))];
                var own = seed + (ulong)simulation;
                return PermutationTest.PValue(one, other, Math.Sign(effect), own, draws: 199) <= 0.05;
            });
        return (double)shown / simulations;
    }
}
