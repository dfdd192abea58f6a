using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ChangeApproval.Tests.Domain.Changes;

namespace FlowPlatform.ChangeApproval.Tests.Domain.Models;

public sealed class ProcessEngineTests
{
    [Fact]
    public void Given_an_approver_Then_nobody_can_name_them_as_an_author_afterwards()
    {
        var (rules, change) = (Samples.Rules(), Samples.Change());
        change.Judge(rules, Samples.Act(ActKind.Approve, 2), "Read", null, Samples.Now);
        var content = change.Present.Content with { Authors = [Samples.Person(2)] };

        var refused = change.Revise(rules, Samples.Act(ActKind.Revise, 3), content, null, Samples.Now);

        refused.Error.Code.ShouldBe("segregation-of-duties");
        change.RevisionNumber.ShouldBe(1);
        change.Duties.ShouldNotContain(duty => duty.PersonId == Samples.Person(3));
    }

    [Fact]
    public void Given_a_state_without_such_a_step_Then_it_is_refused_by_name()
    {
        var refused = ProcessEngine.Apply(
            Samples.Rules().Process,
            Samples.Change().Run,
            Samples.Act(ActKind.Review, 5)
        );

        refused.Error.Code.ShouldBe("changes.act-not-possible");
        refused.Error.Message.ShouldContain("Waiting");
    }

    [Fact]
    public void Given_a_circle_of_advances_Then_it_ends()
    {
        var process = new Process(
            "Round",
            "A",
            [new ProcessState("A", Stage.Waiting), new ProcessState("B", Stage.Waiting)],
            [new Transition("A", ActKind.Advance, "B"), new Transition("B", ActKind.Advance, "A")]
        );

        ProcessEngine.Start(process, Samples.Requester, []).State.ShouldBeOneOf("A", "B");
    }

    [Fact]
    public void Given_missing_approvals_Then_the_refusal_says_how_many_are_needed_and_there()
    {
        var process = Samples.Rules().Process;
        var run = new Run { State = "Approved" };

        var refused = ProcessEngine.Apply(process, run, Samples.Act(ActKind.Implement, 4)).Error;

        refused.Code.ShouldBe("changes.approvals-missing");
        refused.Violations.Single().Limit.ShouldBe(1);
        refused.Violations.Single().Occupancy.ShouldBe(0);
    }

    [Fact]
    public void Given_enough_approvals_and_no_evidence_Then_nobody_s_judgement_is_awaited()
    {
        var normal = Samples.Rules().Process;
        var process = normal with
        {
            Transitions =
            [
                .. normal.Transitions.Where(step => step.Act != ActKind.Advance),
                new Transition("Waiting", ActKind.Advance, "Approved") { Approvals = 2, Evidence = ["test"] },
            ],
        };
        var run = ProcessEngine.Start(process, Samples.Requester, []);

        foreach (var approver in new[] { 2, 3 })
        {
            ProcessEngine.Awaited(process, run).ShouldBe(ActKind.Approve);
            run = ProcessEngine.Apply(process, run, Samples.Act(ActKind.Approve, approver)).Value;
        }

        run.State.ShouldBe("Waiting");
        ProcessEngine.Awaited(process, run).ShouldBeNull();
    }

    [Fact]
    public void Given_an_approval_that_itself_leads_on_Then_it_is_awaited()
    {
        var process = new Process(
            "Short",
            "Asked",
            [new ProcessState("Asked", Stage.Waiting), new ProcessState("Granted", Stage.Authorised)],
            [new Transition("Asked", ActKind.Approve, "Granted") { By = [Party.Anyone] }]
        );
        var run = ProcessEngine.Start(process, Samples.Requester, []);

        ProcessEngine.Awaited(process, run).ShouldBe(ActKind.Approve);
        ProcessEngine.Awaited(process, run with { State = "Granted" }).ShouldBeNull();
    }

    [Theory]
    [InlineData("Nowhere", "Waiting")]
    [InlineData("Waiting", "Nowhere")]
    public void Given_a_state_that_there_is_not_Then_the_model_is_malformed(string initial, string target)
    {
        var normal = Samples.Rules().Process;
        var broken = normal with
        {
            Initial = initial,
            Transitions = [.. normal.Transitions, new Transition("Waiting", ActKind.Attest, target)],
        };

        ModelShape.Check([broken])!.Code.ShouldBe("changes.model-malformed");
        ModelShape.Check([normal]).ShouldBeNull();
        ModelShape.Check([normal, normal])!.Violations.ShouldNotBeEmpty();
        ModelShape.Check([])!.Violations.ShouldNotBeEmpty();
    }
}
