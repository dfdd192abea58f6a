using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;
using static FlowPlatform.Board.Tests.Domain.Trials;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class ExperimentRulesTests
{
    [Fact]
    public void Given_as_many_running_as_the_limit_Then_no_other_is_admitted_and_the_refusal_names_them()
    {
        var running = new[] { AnExperiment(), AnExperiment() };

        ExperimentRules.Admission(Policy with { ExperimentLimit = 3 }, running).ShouldBeNull();
        var refused = ExperimentRules.Admission(Policy with { ExperimentLimit = 2 }, running)!;

        refused.Code.ShouldBe("wip-limit-exceeded");
        var limit = refused.Violations.ShouldHaveSingleItem();
        (limit.Code, limit.Limit, limit.Occupancy).ShouldBe((ExperimentErrors.LimitCode, 2, 2));
        limit.Occupants!.Count.ShouldBe(2);
    }

    [Fact]
    public void Given_it_is_discarded_Then_the_policy_from_before_comes_back_with_the_same_digest()
    {
        var discarded = ExperimentRules.Discard(AnExperiment(), Tried, Policy, undoLaterChanges: false, Decision);

        var restored = discarded.Value.Restored!;
        restored.Version.ShouldBe(3);
        WorkflowDigest.Of(restored).ShouldBe(WorkflowDigest.Of(Policy));
        WorkflowDigest.Of(Tried).ShouldNotBe(WorkflowDigest.Of(Policy));
        discarded.Value.Experiment.Status.ShouldBe(ExperimentStatus.Discarded);
    }

    [Fact]
    public void Given_others_changed_the_policy_since_Then_it_is_undone_only_when_asked_for()
    {
        var later = Tried with { Version = 3, ExpediteLimit = 2 };

        var refused = ExperimentRules.Discard(AnExperiment(), later, Policy, undoLaterChanges: false, Decision);
        var forced = ExperimentRules.Discard(AnExperiment(), later, Policy, undoLaterChanges: true, Decision);

        refused.Error.Code.ShouldBe("experiment-policy-moved-on");
        WorkflowDigest.Of(forced.Value.Restored!).ShouldBe(WorkflowDigest.Of(Policy));
    }

    [Fact]
    public void Given_it_changed_no_policy_Then_none_is_restored() =>
        ExperimentRules
            .Discard(AnExperiment() with { PatchVersion = 1 }, Tried, Policy, undoLaterChanges: false, Decision)
            .Value.Restored.ShouldBeNull();

    [Fact]
    public void Given_it_is_not_over_or_decided_Then_it_is_not_kept()
    {
        var experiment = AnExperiment();

        ExperimentRules.Keep(experiment, "why", Kim, Now.AddDays(27)).Error.Code.ShouldBe("experiment-not-over");
        var kept = ExperimentRules.Keep(experiment, "why", Kim, Now.AddDays(28)).Value;
        (kept.Status, kept.Reason, kept.DecidedBy).ShouldBe((ExperimentStatus.Kept, "why", Kim));
        ExperimentRules.Keep(kept, "why", Kim, Now.AddDays(29)).Error.Code.ShouldBe("experiment-decided");
        ExperimentRules.Discard(kept, Tried, Policy, true, Decision).Error.Code.ShouldBe("experiment-decided");
    }

    [Fact]
    public void Given_a_clear_improvement_Then_the_evidence_says_so_and_warns_of_nothing()
    {
        var analysis = Analysed(before: 6, after: 2);

        analysis.Evidence.ShouldBe(Evidence.Improved);
        analysis.Effect!.Difference.ShouldBe(-4, tolerance: 1e-9);
        analysis.Warnings.ShouldBeEmpty();
        analysis.PValue!.Value.ShouldBeLessThan(0.05);
    }

    [Fact]
    public void Given_no_or_the_wrong_or_too_small_a_difference_Then_the_evidence_says_which()
    {
        Analysed(before: 4, after: 4).Evidence.ShouldBe(Evidence.NotShown);
        Analysed(before: 2, after: 6).Evidence.ShouldBe(Evidence.Worsened);
        Analysed(before: 4, after: 3.5).Evidence.ShouldBe(Evidence.SmallerThanMatters);
    }

    [Fact]
    public void Given_the_window_before_was_the_worst_of_three_Then_regression_to_the_mean_is_warned_of() =>
        Analysed(before: 6, after: 3, earlier: 3).Warnings.ShouldContain(ExperimentWarning.RegressionToTheMean);

    [Fact]
    public void Given_other_changes_at_the_same_time_Then_they_are_warned_of()
    {
        var other = AnExperiment() with { StartsAt = Now.AddDays(-3) };
        var changed = new SavedWorkflow(Now.AddDays(5), Tried with { Version = 3, ExpediteLimit = 4 });

        Analysed(6, 2, others: [other]).Warnings.ShouldBe([ExperimentWarning.SeveralChangesAtOnce]);
        Analysed(6, 2, more: [changed]).Warnings.ShouldBe([ExperimentWarning.SeveralChangesAtOnce]);
    }

    [Fact]
    public void Given_a_column_that_became_a_queue_Then_nothing_is_said_and_no_benefit_is_reported()
    {
        var queue = Tried with
        {
            Version = 3,
            Columns = [Policy.Columns[0], Policy.Columns[1] with { IsQueue = true }, .. Policy.Columns.Skip(2)],
        };
        SavedWorkflow[] versions = [new(Now.AddDays(-400), Policy), new(Now.AddDays(2), queue)];

        var analysis = Analysed(6, 2, more: [versions[1]]);
        var report = BenefitReport.Of(Sample(Days(-28, 28), Steady(6, 2, 6), versions), Days(-28, 0), Days(0, 28), 1);

        analysis.Evidence.ShouldBe(Evidence.None);
        analysis.Warnings.ShouldContain(ExperimentWarning.DefinitionsDiffer);
        report.Error.Code.ShouldBe("definitions-differ");
    }

    [Fact]
    public void Given_the_same_definitions_Then_the_benefit_report_tells_each_figure_with_its_interval()
    {
        var report = BenefitReport.Of(Sample(Days(-28, 28), Steady(6, 2, 6)), Days(-28, 0), Days(0, 28), 1).Value;

        report.LeadTimeP50Days!.Difference.ShouldBe(-4, tolerance: 1e-9);
        report.LeadTimeP85Days!.High!.Value.ShouldBeLessThan(0);
        report.ThroughputPerDay!.Difference.ShouldBe(0, tolerance: 1e-9);
        report.WastePerItemDays!.Difference.ShouldBe(-4, tolerance: 1e-9);
    }

    private static (string Reason, Guid By, DateTimeOffset Now) Decision => ("it did not help", Kim, Now.AddDays(9));

    private static ExperimentAnalysis Analysed(
        double before,
        double after,
        double? earlier = null,
        Experiment[]? others = null,
        SavedWorkflow[]? more = null
    )
    {
        SavedWorkflow[] versions = [new(Now.AddDays(-400), Policy), new(Now, Tried), .. more ?? []];
        var items = Steady(before, after, earlier ?? before);
        return ExperimentAnalysis.Of(
            AnExperiment(),
            Sample(Days(-84, 28), items, versions),
            others ?? [],
            Now.AddDays(28)
        );
    }

    /// <summary>Two items a day, of so many days each; the last before Now, and four weeks earlier, differ.</summary>
    private static IEnumerable<FlowItem> Steady(double before, double after, double earlier) =>
        Enumerable
            .Range(-84 * 2, 112 * 2)
            .Select(half =>
                (
                    Done: (half / 2.0) + 0.2,
                    Length: half >= 0 ? after
                    : half >= -56 ? before
                    : earlier
                )
            )
            .Select(item => Item(item.Done - item.Length, item.Done, committed: item.Done - item.Length));
}
