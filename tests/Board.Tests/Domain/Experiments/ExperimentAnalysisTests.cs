using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Tests.Domain.Trials;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>
/// Whether the analysis errs as seldom as it says. The seeds are fixed: the figures are the same at every run.
/// </summary>
public sealed class ExperimentAnalysisTests
{
    private const int Days = 28;

    [Fact]
    public void Given_no_effect_Then_false_alarms_are_at_most_as_frequent_as_stated()
    {
        const int runs = 10_000 / Effort.Divisor;
        var random = new SplitMix(11);

        var alarms = Enumerable
            .Range(0, runs)
            .Count(_ => PermutationTest.PValue(Noise(random), Noise(random), 1, seed: 1) <= ExperimentAnalysis.Alpha);

        // Three standard deviations of the simulation above 5 %.
        ((double)alarms / runs).ShouldBeInRange(0.01, 0.05 + (3 * Math.Sqrt(0.05 * 0.95 / runs)));
    }

    [Fact]
    public void Given_no_effect_but_days_that_resemble_the_day_before_Then_false_alarms_stay_near_what_is_stated()
    {
        const int runs = 2_000 / Effort.Divisor;
        var random = new SplitMix(12);

        var alarms = Enumerable
            .Range(0, runs)
            .Count(_ =>
            {
                var days = Resembling(2 * 84, random);
                return PermutationTest.PValue(days[..84], days[84..], 1, seed: 1, draws: 199)
                    <= ExperimentAnalysis.Alpha;
            });

        ((double)alarms / runs).ShouldBeLessThan(0.1);
    }

    [Fact]
    public void Given_a_real_effect_Then_it_is_shown_as_often_as_the_stated_power_says()
    {
        const int runs = 500;
        const int days = 84;
        const double effect = 0.9;
        var random = new SplitMix(13);
        var stated = Enumerable
            .Range(0, 10)
            .Average(pilot => ExperimentPower.Of(Noise(random, days), effect, (ulong)pilot, simulations: 50)!.Value);

        var shown = Enumerable
            .Range(0, runs)
            .Count(_ =>
            {
                var after = Noise(random, days).Select(day => day with { Sum = day.Sum + (effect * day.Count) });
                var p = PermutationTest.PValue(Noise(random, days), [.. after], 1, seed: 1, draws: 199);
                return p <= ExperimentAnalysis.Alpha;
            });

        stated.ShouldBeGreaterThan(0.6);
        ((double)shown / runs).ShouldBe(stated, tolerance: 0.12);
    }

    [Fact]
    public void Given_many_pairs_of_windows_Then_the_interval_covers_the_true_difference_about_as_often_as_it_says()
    {
        const int runs = 300;
        var random = new SplitMix(14);

        var covered = Enumerable
            .Range(0, runs)
            .Count(run =>
            {
                var after = Noise(random, 84).Select(day => day with { Sum = day.Sum + (2 * day.Count) });
                var effect = BlockBootstrap.OfRatio(Noise(random, 84), [.. after], (ulong)run, resamples: 300)!;
                return effect.Low <= 2 && 2 <= effect.High;
            });

        ((double)covered / runs).ShouldBeInRange(0.88, 0.99);
    }

    [Fact]
    public void Given_the_same_seed_Then_the_interval_is_the_same()
    {
        var random = new SplitMix(15);
        var (before, after) = (Noise(random), Noise(random));

        BlockBootstrap.OfRatio(before, after, 3).ShouldBe(BlockBootstrap.OfRatio(before, after, 3));
        BlockBootstrap.OfRatio(before, after, 3).ShouldNotBe(BlockBootstrap.OfRatio(before, after, 4));
    }

    [Fact]
    public void Given_four_weeks_against_four_Then_all_seventy_rearrangements_are_looked_at()
    {
        DayCell[] before = [.. Enumerable.Repeat(new DayCell(1, 1), Days)];
        DayCell[] after = [.. Enumerable.Repeat(new DayCell(2, 1), Days)];

        PermutationTest.PValue(before, after, 1, seed: 1).ShouldBe(1.0 / 70);
        PermutationTest.PValue(before, after, -1, seed: 1).ShouldBe(1.0);
        PermutationTest.PValue([new(0, 0)], [new(0, 0)], 1, seed: 1).ShouldBeNull();
    }

    [Theory]
    [InlineData(4, 2, 6)]
    [InlineData(8, 4, 70)]
    [InlineData(10, 5, 252)]
    public void Given_blocks_Then_each_arrangement_is_visited_once(int of, int some, int expected)
    {
        var chosen = Enumerable.Range(0, of).Select(index => index >= of - some).ToArray();
        var seen = new HashSet<string>();
        do
        {
            seen.Add(string.Concat(chosen.Select(one => one ? '1' : '0'))).ShouldBeTrue();
        } while (Combinatorics.NextArrangement(chosen));

        seen.Count.ShouldBe(expected);
        Combinatorics.Count(of, some).ShouldBe(expected);
        seen.ShouldAllBe(text => text.Count(c => c == '1') == some);
    }

    private static DayCell[] Resembling(int days, SplitMix random)
    {
        var level = 0.0;
        return
        [
            .. Enumerable
                .Range(0, days)
                .Select(_ => new DayCell(10 + (level = (0.5 * level) + random.Next(100) / 50.0 - 1), 1)),
        ];
    }
}
