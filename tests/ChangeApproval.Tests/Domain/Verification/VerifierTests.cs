using CsCheck;
using FlowPlatform.ChangeApproval.Domain.Controls;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ChangeApproval.Domain.Verification;

namespace FlowPlatform.ChangeApproval.Tests.Domain.Verification;

public sealed class VerifierTests
{
    public static TheoryData<string> FaultNames => [.. Faults.All.Select(fault => fault.Name)];

    [Fact]
    public void Given_the_default_model_Then_every_category_is_certified()
    {
        foreach (var process in DefaultModel.Processes)
        {
            var finding = Verifier.Verify(process, StandingControls.All);

            finding.Broken.ShouldBeNull(string.Join("; ", finding.Steps.Select(step => step.Describe())));
            finding.RunsExplored.ShouldBeGreaterThan(4);
        }
    }

    [Fact]
    public void Given_the_corpus_Then_it_holds_at_least_fifty_different_faults()
    {
        Faults.All.Count.ShouldBeGreaterThanOrEqualTo(50);
        Faults.All.Select(fault => fault.Name).Distinct().Count().ShouldBe(Faults.All.Count);
    }

    [Theory]
    [MemberData(nameof(FaultNames))]
    public void Given_a_seeded_fault_Then_it_is_refuted_and_the_run_happens_on_the_real_engine(string name)
    {
        var process = Faults.All.Single(fault => fault.Name == name).Process;

        var finding = Verifier.Verify(process, StandingControls.All);

        finding.IsCertified.ShouldBeFalse();
        if (finding.Broken != Verifier.Stuck)
        {
            Replay(process, finding).ShouldContain(finding.Broken!);
        }
    }

    [Fact]
    public void Given_a_control_that_the_default_process_does_not_keep_Then_the_shortest_run_is_shown()
    {
        var evidence = new Control("tested", ControlKind.RequiredEvidence) { Evidence = "test" };

        var finding = Verifier.Verify(Faults.Normal, [.. StandingControls.All, evidence]);

        finding.Broken.ShouldBe("tested");
        finding.Steps.Select(step => step.Act).ShouldBe([ActKind.Approve, ActKind.Implement]);
    }

    [Fact]
    public void Given_a_process_that_asks_for_the_evidence_Then_it_is_certified()
    {
        var evidence = new Control("tested", ControlKind.RequiredEvidence) { Evidence = "test" };
        var implement = Faults.Normal.Transitions.Single(step => step.Act == ActKind.Implement);
        var careful = Faults.Replace(Faults.Normal, implement, implement with { Evidence = ["test"] });

        Verifier.Verify(careful, [.. StandingControls.All, evidence]).Broken.ShouldBeNull();
    }

    [Fact]
    public void Given_two_approvals_asked_for_and_one_in_the_process_Then_it_is_refuted()
    {
        var four = new Control("four-eyes", ControlKind.MinimumApprovals) { Count = 2 };
        var finding = Verifier.Verify(Faults.Normal, [.. StandingControls.All, four]);

        finding.Broken.ShouldBe("four-eyes");
        Replay(Faults.Normal, finding, four).ShouldContain("four-eyes");
    }

    [Fact]
    public void Given_a_certified_process_Then_no_random_run_of_real_people_breaks_a_control() =>
        Gen.Select(Gen.Int[0, DefaultModel.Processes.Count - 1], Gen.Int[0, int.MaxValue].Array[40])
            .Sample(
                (which, choices) =>
                {
                    var process = DefaultModel.Processes[which];
                    var controls = StandingControls.All.Where(c => c.Applies(process.Category)).ToList();
                    var crew = new Crew(process, controls, people: 4);
                    var run = crew.Starts[choices[0] % crew.Starts.Count];
                    foreach (var choice in choices.Skip(1))
                    {
                        var act = crew.Act(run, choice);
                        var moved = ProcessEngine.Apply(process, run, act);
                        if (!moved.IsRefused)
                        {
                            ControlGate.Breaches(controls, process, run, act, moved.Value).ShouldBeEmpty();
                            run = moved.Value;
                        }
                    }
                },
                iter: 5000
            );

    /// <summary>The counterexample with real people on the real engine; which controls the last step breaks.</summary>
    private static List<string> Replay(Process process, Finding finding, params Control[] more)
    {
        var watched = Guid.CreateVersion7();
        var requester = finding.StartsAsRequester ? watched : Guid.CreateVersion7();
        var run = ProcessEngine.Start(process, requester, finding.StartsAsAuthor ? [watched] : []);
        var broken = new List<string>();
        foreach (var step in finding.Steps)
        {
            var act = step.ToAct(run, watched, Guid.CreateVersion7);
            var moved = ProcessEngine.Apply(process, run, act);
            moved.IsRefused.ShouldBeFalse($"{step.Describe()} must be possible without the controls");
            broken =
            [
                .. ControlGate
                    .Breaches(
                        [.. StandingControls.All.Concat(more).Where(c => c.Applies(process.Category))],
                        process,
                        run,
                        act,
                        moved.Value
                    )
                    .Select(breach => breach.Control.Name),
            ];
            run = moved.Value;
        }

        return broken;
    }
}
