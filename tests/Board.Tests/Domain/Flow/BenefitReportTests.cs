using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class BenefitReportTests
{
    private static readonly (Window Before, Window After) Windows = (Days(-28, 0), Days(0, 28));

    [Fact]
    public void Given_two_windows_Then_each_figure_is_told_before_and_after_with_an_interval()
    {
        var report = BenefitReport.Of(Known(Policy), Windows.Before, Windows.After, seed: 3).Value;

        // Before one a day that took 1 to 8 days, after two of 1 to 4 days, while debt came in each day.
        report.DefinitionDigest.ShouldBe(MeasureDefinition.DigestOf(Policy));
        Ends(report.ThroughputPerDay).ShouldBe((1, 2));
        Ends(report.LeadTimeP50Days).ShouldBe((4, 2));
        Ends(report.LeadTimeP85Days).ShouldBe((7, 4));
        Ends(report.WastePerItemDays).ShouldBe((0.5, 0.25));
        Ends(report.DebtNetPaydownPerDay).ShouldBe((0, -1));
        report.LeadTimeP50Days!.High.ShouldNotBeNull();
        report.ThroughputPerDay!.Low!.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Given_what_counts_as_a_queue_changed_between_Then_nothing_is_compared()
    {
        var other = Policy.Changed(2, column => column with { IsQueue = true }) with { Version = 2 };

        var refused = BenefitReport.Of(Known(Policy, other), Windows.Before, Windows.After, seed: 3);

        refused.IsRefused.ShouldBeTrue();
        refused.Error.Code.ShouldBe("definitions-differ");
        refused.Error.Message.ShouldStartWith("2 definitions");
        refused.Error.Message.ShouldEndWith("and are not compared.");
    }

    [Fact]
    public void Given_only_a_limit_changed_between_Then_the_figures_are_compared()
    {
        var other = Policy.Changed(1, column => column with { WipLimit = 1 }) with { Version = 2 };

        BenefitReport.Of(Known(Policy, other), Windows.Before, Windows.After, seed: 3).IsRefused.ShouldBeFalse();
    }

    private static (double, double) Ends(Effect? effect) =>
        (Math.Round(effect!.Before, 9), Math.Round(effect.After, 9));

    private static FlowSample Known(params DefinitionOfWorkflow[] versions) =>
        Sample(
            Days(-60, 60),
            [
                .. Enumerable.Range(-28, 28).Select(day => Done(day + 0.5, 1 + ((day + 28) % 8), 0.5)),
                .. Enumerable.Range(0, 28).Select(day => Done(day + 0.25, 1 + (day % 4), 0.25)),
                .. Enumerable.Range(0, 28).Select(day => Done(day + 0.75, 1 + (day % 4), 0.25)),
                // Outside of both windows: at the very end, and before all.
                Done(28, 90, 0),
                Done(-28.5, 90, 0),
                .. Enumerable
                    .Range(0, 28)
                    .Select(day => Item(50, null, WorkCategory.TechnicalDebt, committed: day + 0.5, accepted: day)),
            ],
            [.. versions.Select((of, at) => new SavedWorkflow(Now.AddDays(at == 0 ? -90 : -5), of))]
        );

    private static FlowItem Done(double at, double lead, double waste) =>
        Item(at - lead, at, committed: at - lead) with
        {
            Causes = [new(TimeClass.Active, null, TimeSpan.FromDays(lead - waste).Ticks)],
        };
}
