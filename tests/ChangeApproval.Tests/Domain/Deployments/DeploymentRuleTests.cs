using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Deployments;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ChangeApproval.Tests.Domain.Changes;

namespace FlowPlatform.ChangeApproval.Tests.Domain.Deployments;

public sealed class DeploymentRuleTests
{
    private static readonly Deployment Right = new("ledger", "sha256:one", "production");
    private static readonly Guid Pipeline = Samples.Person(40);
    private static readonly Guid Approver = Samples.Person(2);

    [Fact]
    public void Given_an_authorised_change_for_exactly_this_Then_nothing_stands_against_it() =>
        Reasons(Approved(), Right, Pipeline, minutes: 1).ShouldBeEmpty();

    [Fact]
    public void Given_no_change_Then_that_is_the_reason() => Reasons(null, Right, Pipeline, 1).Count.ShouldBe(1);

    [Fact]
    public void Given_everything_wrong_Then_every_reason_is_given()
    {
        var other = new Deployment("payroll", "sha256:two", "production");

        Reasons(Samples.Change(), other, Pipeline, minutes: 600).Count.ShouldBe(4);
    }

    [Theory]
    [InlineData("sha256:two", "ledger", 1, 40)]
    [InlineData("sha256:one", "payroll", 1, 40)]
    [InlineData("sha256:one", "ledger", -1, 40)]
    [InlineData("sha256:one", "ledger", 240, 40)]
    [InlineData("sha256:one", "ledger", 1, 2)]
    public void Given_one_thing_wrong_Then_it_is_refused(string digest, string system, int minutes, int person) =>
        Reasons(Approved(), new Deployment(system, digest, "production"), Samples.Person(person), minutes)
            .ShouldNotBeEmpty();

    private static IReadOnlyList<string> Reasons(ChangeRequest? change, Deployment deployment, Guid by, int minutes) =>
        DeploymentRule.ReasonsAgainst(change, deployment, by, Samples.Now.AddMinutes(minutes));

    private static ChangeRequest Approved()
    {
        var change = Samples.Change();
        change
            .Judge(Samples.Rules(), Samples.Act(ActKind.Approve, 2), "Read", null, Samples.Now)
            .Value.PersonId.ShouldBe(Approver);
        return change;
    }
}
