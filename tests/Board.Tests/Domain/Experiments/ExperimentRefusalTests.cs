using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.ServiceDefaults.Results;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;
using static FlowPlatform.Board.Tests.Domain.Trials;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>A refusal tells what stands in the way, and what can be done about it.</summary>
public sealed class ExperimentRefusalTests
{
    [Fact]
    public void Given_what_is_unknown_or_decided_or_changes_nothing_Then_each_refusal_has_a_code_and_says_so()
    {
        var (unknown, nothing) = (ExperimentErrors.Unknown, ExperimentErrors.NoPolicyChange);

        (unknown.Code, unknown.Kind).ShouldBe(("experiment-unknown", ErrorKind.NotFound));
        unknown.Message.ShouldContain("no such experiment");
        ExperimentErrors.Decided.Message.ShouldContain("is decided already");
        nothing.Code.ShouldBe("experiment-changes-nothing");
        nothing.Message.ShouldContain("is the one in force");
    }

    [Fact]
    public void Given_the_limit_is_reached_Then_the_refusal_tells_it_with_how_many_run_and_what_makes_room()
    {
        var running = Enumerable.Repeat(AnExperiment(), 4).ToArray();

        var refused = ExperimentRules.Admission(Policy with { ExperimentLimit = 3 }, running)!;

        refused.Message.ShouldContain("4 experiments are running");
        refused.Message.ShouldContain("limit is 3");
        var violation = refused.Violations.ShouldHaveSingleItem();
        violation.Message.ShouldContain("At most 3 experiments");
        violation.Message.ShouldContain("keep or discard one");
        violation.Scope.ShouldBe("experiments");
    }

    [Fact]
    public void Given_it_is_not_over_Then_the_refusal_tells_the_end_and_that_discarding_is_possible()
    {
        var refused = ExperimentRules.Keep(AnExperiment(), "why", Kim, Now.AddDays(27)).Error;

        refused.Message.ShouldContain("until 2026-03-30T09:00:00");
        refused.Message.ShouldContain("Discarding is possible");
    }

    [Fact]
    public void Given_the_policy_moved_on_Then_the_refusal_tells_both_versions_and_the_way_out()
    {
        var later = Tried with { Version = 5, ExpediteLimit = 2 };

        var refused = ExperimentRules
            .Discard(AnExperiment(), later, Policy, undoLaterChanges: false, ("it did not help", Kim, Now))
            .Error;

        refused.Message.ShouldContain("version 5 is in force, the experiment made 2");
        refused.Message.ShouldContain("undoLaterChanges");
    }
}
