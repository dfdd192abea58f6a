using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;
using static FlowPlatform.Board.Tests.Domain.Trials;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class ExperimentEvidenceTests
{
    [Theory]
    [InlineData(-3, 0)]
    [InlineData(10.5, 10)]
    [InlineData(27.9, 27)]
    [InlineData(28, 28)]
    [InlineData(40, 28)]
    public void Given_a_time_Then_whole_days_up_to_it_and_at_most_to_the_end_are_compared(double now, int days)
    {
        var experiment = AnExperiment();

        ExperimentAnalysis.Windows(experiment, Now.AddDays(now)).ShouldBe((Days(-days, 0), Days(0, days)));
        ExperimentAnalysis.Sample(experiment, Now.AddDays(now)).ShouldBe(Days(-3 * days, days));
    }

    [Fact]
    public void Given_a_metric_that_is_to_rise_Then_a_rise_is_the_improvement()
    {
        var rise = AnExperiment() with { Direction = EffectDirection.Increase };

        Analysed(rise, Daily(-84, 28, day => day < 0 ? 2 : 6)).Evidence.ShouldBe(Evidence.Improved);
        Analysed(rise, Daily(-84, 28, day => day < 0 ? 6 : 2)).Evidence.ShouldBe(Evidence.Worsened);
    }

    [Theory]
    [InlineData(-28, 0)]
    [InlineData(0, 28)]
    public void Given_nothing_finished_on_a_side_Then_no_figure_is_told(int from, int to)
    {
        var analysis = Analysed(AnExperiment(), Daily(from, to, _ => 4));

        analysis.Effect.ShouldBeNull();
        analysis.PValue.ShouldBeNull();
        analysis.Power.ShouldBeNull();
        analysis.Evidence.ShouldBe(Evidence.None);
    }

    [Fact]
    public void Given_it_just_began_Then_no_figure_is_told()
    {
        var analysis = ExperimentAnalysis.Of(AnExperiment(), Known(Daily(-84, 1, _ => 4)), [], Now.AddDays(0.9));

        (analysis.Effect, analysis.PValue, analysis.Power).ShouldBe((null, null, null));
        analysis.Evidence.ShouldBe(Evidence.None);
    }

    [Fact]
    public void Given_the_smallest_effect_that_matters_Then_the_power_is_that_of_showing_it_the_wished_way()
    {
        var flow = Known(Daily(-84, 28, day => 3 + Math.Abs(day * 7 % 11)));
        var before = MetricSeries.Of(FlowMetric.CycleTime, flow, Days(-28, 0));
        var experiment = AnExperiment().Seeded(41) with { SmallestEffect = 2 };

        var analysis = ExperimentAnalysis.Of(experiment, flow, [], Now.AddDays(28));

        analysis.Seed.ShouldBe(41ul);
        analysis.Power.ShouldBe(ExperimentPower.Of(before, -2, seed: 41));
        analysis.Power.ShouldNotBe(ExperimentPower.Of(before, -0.5, seed: 41));
        analysis.Effect.ShouldBe(
            BlockBootstrap.OfRatio(before, MetricSeries.Of(FlowMetric.CycleTime, flow, Days(0, 28)), seed: 41)
        );
    }

    [Theory]
    [InlineData(4, Evidence.Improved)]
    [InlineData(4.001, Evidence.SmallerThanMatters)]
    public void Given_an_effect_of_four_days_Then_it_matters_from_the_smallest_effect_on(
        double smallest,
        Evidence expected
    ) =>
        Analysed(AnExperiment() with { SmallestEffect = smallest }, Daily(-84, 28, day => day < 0 ? 6 : 2))
            .Evidence.ShouldBe(expected);

    [Theory]
    [InlineData(9, Evidence.None)]
    [InlineData(10, Evidence.Improved)]
    public void Given_too_few_items_Then_nothing_is_said_however_clear_the_difference(int finished, Evidence expected)
    {
        var after = Enumerable.Range(0, finished).Select(item => Finished((3 * item) + 0.5, 2));

        Analysed(AnExperiment(), Daily(-84, 0, _ => 6).Concat(after)).Evidence.ShouldBe(expected);
    }

    [Theory]
    [InlineData(13, Evidence.None)]
    [InlineData(14, Evidence.Improved)]
    public void Given_less_than_two_weeks_Then_nothing_is_said_however_clear_the_difference(
        int days,
        Evidence expected
    ) =>
        ExperimentAnalysis
            .Of(AnExperiment(), Known(Daily(-84, 28, day => day < 0 ? 6 : 2)), [], Now.AddDays(days))
            .Evidence.ShouldBe(expected);

    [Theory]
    [InlineData(EffectDirection.Decrease, Evidence.Improved)]
    [InlineData(EffectDirection.Increase, Evidence.Worsened)]
    public void Given_a_difference_that_chance_makes_in_just_five_of_a_hundred_Then_it_is_shown(
        EffectDirection wished,
        Evidence expected
    )
    {
        // Seven weeks against seven: their exact p-value is 172 / 3432, and some seeds draw 100 / 2000.
        double[] lengths = [4, 5, 6, 7, 5, 6, 7, 2, 4, 5, 6, 4, 6, 3];
        var flow = Known(Daily(-49, 49, day => lengths[(day + 49) / 7]));
        DayCell[] Series(double from, double to) => MetricSeries.Of(FlowMetric.CycleTime, flow, Days(from, to));
        var seed = Enumerable
            .Range(0, 1_000)
            .First(seed => PermutationTest.PValue(Series(-49, 0), Series(0, 49), -1, (ulong)seed) == 0.05);

        var experiment = AnExperiment().Seeded((ulong)seed) with { Direction = wished, EndsAt = Now.AddDays(49) };

        ExperimentAnalysis.Of(experiment, flow, [], Now.AddDays(49)).Evidence.ShouldBe(expected);
    }

    private static ExperimentAnalysis Analysed(Experiment experiment, IEnumerable<FlowItem> items) =>
        ExperimentAnalysis.Of(experiment, Known(items), [], Now.AddDays(28));
}
