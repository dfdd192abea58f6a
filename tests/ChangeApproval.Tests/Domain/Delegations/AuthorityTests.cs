using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Delegations;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ChangeApproval.Tests.Domain.Changes;

namespace FlowPlatform.ChangeApproval.Tests.Domain.Delegations;

public sealed class AuthorityTests
{
    private static readonly HashSet<Party> Asked = [Party.TeamLead, Party.ChangeAuthority];
    private static readonly Guid Principal = Samples.Person(7);
    private static readonly Guid Deputy = Samples.Person(8);

    [Fact]
    public void Given_standing_of_ones_own_Then_no_delegation_is_used()
    {
        var authority = AuthorityOf.For(Asked, new HashSet<Party> { Party.TeamLead }, null, [From(Party.TeamLead)]);

        authority.OnBehalfOf.ShouldBeNull();
    }

    [Fact]
    public void Given_a_principal_with_standing_Then_the_deputy_acts_with_it_and_both_are_named()
    {
        var delegation = From(Party.TeamLead);

        var authority = AuthorityOf.For(Asked, new HashSet<Party> { Party.TeamMember }, null, [delegation]);

        authority.OnBehalfOf.ShouldBe(Principal);
        authority.DelegationId.ShouldBe(delegation.Delegation.Id);
        authority.Standing.ShouldBe([Party.TeamLead]);
    }

    [Fact]
    public void Given_a_principal_who_is_only_a_deputy_too_Then_nothing_is_handed_on()
    {
        // What somebody delegated to the principal is no standing of theirs.
        var authority = AuthorityOf.For(Asked, new HashSet<Party> { Party.TeamMember }, null, [From(Party.TeamMember)]);

        authority.OnBehalfOf.ShouldBeNull();
        authority.Standing.Overlaps(Asked).ShouldBeFalse();
    }

    [Fact]
    public void Given_a_principal_who_was_asked_for_but_gave_nothing_Then_there_is_no_standing_at_all()
    {
        var own = new HashSet<Party> { Party.TeamLead };

        AuthorityOf.For(Asked, own, Samples.Person(9), [From(Party.TeamLead)]).Standing.ShouldBeEmpty();
    }

    [Fact]
    public void Given_every_pairing_of_principal_and_deputy_with_a_duty_Then_a_hand_in_the_change_refuses_both()
    {
        foreach (var duty in Enum.GetValues<Duty>().Where(duty => duty.SideOf() == Side.Delivering))
        {
            foreach (var holder in new[] { Principal, Deputy })
            {
                var process = Samples.Rules().Process;
                var run = new Run { State = "Waiting", Duties = [new DutyHeld(holder, duty)] };
                var act = new Act(ActKind.Approve, Deputy, new HashSet<Party> { Party.TeamMember })
                {
                    OnBehalfOf = Principal,
                };

                var refused = ProcessEngine.Apply(process, run, act);

                refused.Error.Code.ShouldBe("segregation-of-duties", $"{duty} held by {holder}");
            }
        }
    }

    [Fact]
    public void Given_an_approval_of_the_principal_Then_their_deputy_cannot_be_the_second()
    {
        var process = Samples.Rules().Process;
        var everything = Enum.GetValues<Facet>().ToHashSet();
        var run = new Run { State = "Waiting", Approvals = [new ApprovalHeld(Principal, Principal, everything)] };
        var act = new Act(ActKind.Approve, Deputy, new HashSet<Party> { Party.TeamMember }) { OnBehalfOf = Principal };

        ProcessEngine.Apply(process, run, act).Error.Code.ShouldBe("changes.already-approved");
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(23, true)]
    [InlineData(24, false)]
    public void Given_a_period_Then_the_delegation_holds_from_its_start_up_to_its_end(int hours, bool isActive) =>
        From(Party.TeamLead).Delegation.IsActive(Samples.Now.AddHours(hours)).ShouldBe(isActive);

    [Fact]
    public void Given_a_delegation_that_was_ended_Then_it_does_not_hold()
    {
        var delegation = From(Party.TeamLead).Delegation;
        delegation.End(Samples.Now.AddHours(1)).IsRefused.ShouldBeFalse();

        delegation.IsActive(Samples.Now.AddHours(2)).ShouldBeFalse();
        delegation.End(Samples.Now).Error.Code.ShouldBe(DelegationErrors.HasEnded.Code);
    }

    [Theory]
    [InlineData("Normal", RiskClass.Low, "ledger", true)]
    [InlineData("normal", RiskClass.Medium, "Ledger", true)]
    [InlineData("Emergency", RiskClass.Low, "ledger", false)]
    [InlineData("Normal", RiskClass.High, "ledger", false)]
    [InlineData("Normal", RiskClass.Low, "payroll", false)]
    public void Given_a_scope_Then_it_covers_only_what_lies_in_it(
        string category,
        RiskClass risk,
        string system,
        bool covers
    )
    {
        var scope = new AuthorityScope
        {
            Categories = ["Normal"],
            RiskCeiling = RiskClass.Medium,
            Systems = ["ledger"],
        };

        scope.Covers(category, risk, [system]).ShouldBe(covers);
        scope.Covers(category, risk, [system, "elsewhere"]).ShouldBeFalse();
    }

    private static Deputising From(params Party[] standing) =>
        new(
            Delegation
                .Give(
                    (Principal, Deputy),
                    new AuthorityScope(),
                    (Samples.Now, Samples.Now.AddDays(1)),
                    ("On leave", 0),
                    Principal,
                    Samples.Now
                )
                .Value,
            standing.ToHashSet()
        );
}
