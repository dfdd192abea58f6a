using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Tests.Domain.Given;
using static FlowPlatform.Board.Tests.Domain.Trials;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class ExperimentWarningsTests
{
    private static readonly DateTimeOffset End = Now.AddDays(28);

    [Fact]
    public void Given_it_is_not_over_Then_that_it_still_runs_is_warned_of_until_its_end()
    {
        Warnings(now: End.AddTicks(-1)).ShouldBe([ExperimentWarning.StillRunning]);
        Warnings(now: End).ShouldBeEmpty();
        Warnings(now: End.AddDays(1)).ShouldBeEmpty();
    }

    [Fact]
    public void Given_less_than_two_weeks_Then_that_it_is_too_short_is_warned_of()
    {
        Warnings(now: Now.AddDays(14).AddTicks(-1)).ShouldContain(ExperimentWarning.TooShort);
        Warnings(now: Now.AddDays(14)).ShouldNotContain(ExperimentWarning.TooShort);
    }

    [Theory]
    [InlineData(10, 10, false)]
    [InlineData(9, 10, true)]
    [InlineData(10, 9, true)]
    public void Given_fewer_than_ten_finished_on_a_side_Then_that_is_warned_of(int before, int after, bool isWarned)
    {
        var items = Daily(-before, 0, _ => 4).Concat(Daily(0, after, _ => 4));

        Warnings(items: items).Contains(ExperimentWarning.TooFewItems).ShouldBe(isWarned);
    }

    [Theory]
    [InlineData(6, 5.25, 5.25, true)]
    [InlineData(6, 5.5, 5.25, false)]
    [InlineData(6, 5.25, 5.5, false)]
    [InlineData(6, 6, 4, false)]
    [InlineData(6, 4, 6, false)]
    public void Given_a_window_before_that_was_worse_than_both_earlier_ones_Then_more_than_half_of_what_matters_is_a_dip(
        double before,
        double previous,
        double earliest,
        bool isWarned
    )
    {
        double Length(int day) =>
            day >= -28 ? before
            : day >= -56 ? previous
            : earliest;

        Warnings(items: Daily(-84, 28, Length)).Contains(ExperimentWarning.RegressionToTheMean).ShouldBe(isWarned);
    }

    [Fact]
    public void Given_a_metric_that_is_to_rise_Then_the_worst_window_is_the_lowest()
    {
        var rise = AnExperiment() with { Direction = EffectDirection.Increase };

        Warnings(rise, Daily(-84, 28, day => day is >= -28 and < 0 ? 2 : 4))
            .ShouldBe([ExperimentWarning.RegressionToTheMean]);
        Warnings(rise, Daily(-84, 28, day => day is >= -28 and < 0 ? 4 : 2)).ShouldBeEmpty();
    }

    [Fact]
    public void Given_it_is_itself_among_those_of_the_board_Then_it_is_no_other_change()
    {
        var experiment = AnExperiment();

        Warnings(experiment, others: [experiment]).ShouldBeEmpty();
    }

    [Fact]
    public void Given_another_experiment_Then_it_is_warned_of_just_where_it_ran_within_the_windows_compared()
    {
        ExperimentWarning[] warned = [ExperimentWarning.SeveralChangesAtOnce];
        IReadOnlyList<ExperimentWarning> Beside(DateTimeOffset from, DateTimeOffset? decided) =>
            Warnings(others: [AnExperiment() with { StartsAt = from, DecidedAt = decided }]);
        var begin = Now.AddDays(-28);

        Beside(End, decided: null).ShouldBeEmpty();
        Beside(End.AddTicks(-1), decided: null).ShouldBe(warned);
        Beside(begin.AddDays(-9), decided: null).ShouldBe(warned);
        Beside(begin.AddDays(-9), begin.AddTicks(1)).ShouldBe(warned);
        Beside(begin.AddDays(-9), begin).ShouldBeEmpty();
        Beside(begin.AddDays(-9), begin.AddDays(-1)).ShouldBeEmpty();
    }

    private static IReadOnlyList<ExperimentWarning> Warnings(
        Experiment? experiment = null,
        IEnumerable<FlowItem>? items = null,
        Experiment[]? others = null,
        DateTimeOffset? now = null
    ) =>
        ExperimentWarnings.Of(
            experiment ?? AnExperiment(),
            Known(items ?? Daily(-84, 28, _ => 4)),
            others ?? [],
            now ?? End
        );
}
