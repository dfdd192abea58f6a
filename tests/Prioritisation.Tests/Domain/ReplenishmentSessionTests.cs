using FlowPlatform.Prioritisation.Domain;
using FlowPlatform.Prioritisation.Domain.Methods;
using FlowPlatform.Prioritisation.Domain.Sessions;
using static FlowPlatform.Prioritisation.Tests.Domain.Polls;
using static FlowPlatform.Prioritisation.Tests.Domain.SessionStage;

namespace FlowPlatform.Prioritisation.Tests.Domain;

public sealed class ReplenishmentSessionTests
{
    private static readonly Ranking OwnWish = Rank("a");

    [Fact]
    public void Given_no_free_slots_Then_there_is_nothing_to_open() =>
        Two().Slots(0).TryOpen().Error.ShouldBe(SessionErrors.NoFreeSlots);

    [Fact]
    public void Given_no_options_Then_there_is_nothing_to_open() =>
        new SessionStage().TryOpen().Error.ShouldBe(SessionErrors.NoOptions);

    [Fact]
    public void Given_a_customer_without_mandate_Then_it_cannot_open_and_the_customer_is_named()
    {
        var stage = Two().Customer('C', "z", hasDeputy: false, hasRepresentative: false);

        var error = stage.TryOpen().Error;

        error.Code.ShouldBe("not-quorate");
        error.Violations.Single().Scope.ShouldBe(Id('C').ToString());
    }

    [Fact]
    public void Given_a_facilitator_with_a_mandate_Then_it_cannot_open() =>
        Two().TryOpen(facilitator: "Ad").Error.ShouldBe(SessionErrors.FacilitatorHasMandate);

    [Fact]
    public void Given_a_representative_in_the_delivering_team_Then_the_deputy_speaks_from_the_start() =>
        Two().Recused("Ar").Open().Participants.Single(p => p.CustomerId == Id('A')).ActingId.ShouldBe(Person("Ad"));

    [Fact]
    public void Given_a_representative_and_deputy_in_the_delivering_team_Then_it_cannot_open() =>
        Two().Recused("Ar", "Ad").TryOpen().Error.Code.ShouldBe("not-quorate");

    [Fact]
    public void Given_a_member_of_the_delivering_team_Then_every_act_is_refused_as_recused()
    {
        var session = Two().Deliberating();
        var member = new Actor(Person("Ar"), IsRecused: true);

        session.Cast(member, null, OwnWish, Monday).Error.ShouldBe(SessionErrors.TeamRecused);
        session.Propose(member, null, [Id('a')], "why", Two().Now()).Error.ShouldBe(SessionErrors.TeamRecused);
        session.Object(member, null, null, "why", Monday).Error.ShouldBe(SessionErrors.TeamRecused);
        session.GiveConsent(member, null, null, Two().Now()).Error.ShouldBe(SessionErrors.TeamRecused);
    }

    [Fact]
    public void Given_a_present_representative_Then_the_deputy_is_refused_and_after_an_absence_only_the_deputy_speaks()
    {
        var session = Two().Open();

        session.Cast(As("Ad"), null, OwnWish, Monday).Error.ShouldBe(SessionErrors.RepresentativePresent);
        session.MarkAbsence(Facilitator, Person("Ar"), isAbsent: true, Monday).IsRefused.ShouldBeFalse();

        session.Cast(As("Ar"), null, OwnWish, Monday).Error.ShouldBe(SessionErrors.MarkedAbsent);
        session.Cast(As("Ad"), null, OwnWish, Monday).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void Given_strangers_and_the_facilitator_Then_neither_has_a_voice()
    {
        var session = Two().Open();

        session.Cast(As("Zz"), null, OwnWish, Monday).Error.ShouldBe(SessionErrors.NotRepresentative);
        session.Cast(As("F"), null, OwnWish, Monday).Error.ShouldBe(SessionErrors.FacilitatorHasNoVote);
        session.Cast(As("Ar"), Id('B'), OwnWish, Monday).Error.ShouldBe(SessionErrors.NotRepresentative);
        session.MarkAbsence(Person("Zz"), Person("Ar"), true, Monday).Error.ShouldBe(SessionErrors.NotFacilitator);
        session.MarkAbsence(Facilitator, Person("Zz"), true, Monday).Error.ShouldBe(SessionErrors.NotMandated);
    }

    [Fact]
    public void Given_the_last_ballot_Then_all_are_revealed_and_none_can_be_replaced()
    {
        var session = Two().Open();
        session.Cast(As("Ar"), null, Rank("b"), Monday);
        session.Cast(As("Ar"), null, Rank("a"), Monday);
        session.State.ShouldBe(SessionState.Open);

        session.Cast(As("Br"), null, Rank("x=y"), Monday);

        session.State.ShouldBe(SessionState.Deliberating);
        Letters(session.OnTheTable!.OptionIds).Order().ShouldBe("ax".Order());
        session.Cast(As("Ar"), null, Rank("b"), Monday).Error.Code.ShouldBe("session-state");
    }

    [Fact]
    public void Given_wrong_ballots_Then_each_is_refused_with_the_options_named()
    {
        var session = Two().Open();

        var stranger = session.Cast(As("Ar"), null, Rank("a q"), Monday).Error;
        var twice = session.Cast(As("Ar"), null, Rank("a b a"), Monday).Error;

        (stranger.Code, stranger.Violations.Single().Scope).ShouldBe(("option-not-in-session", Id('q').ToString()));
        (twice.Code, twice.Violations.Single().Scope).ShouldBe(("option-named-twice", Id('a').ToString()));
    }

    [Fact]
    public void Given_a_missing_ballot_Then_the_facilitator_may_reveal_but_that_customer_still_has_to_consent()
    {
        var session = Two().Open();
        session.RevealBy(Facilitator, Monday).Error.ShouldBe(SessionErrors.NoBallots);
        session.Cast(As("Ar"), null, OwnWish, Monday);
        session.RevealBy(Person("Ar"), Monday).Error.ShouldBe(SessionErrors.NotFacilitator);

        session.RevealBy(Facilitator, Monday).IsRefused.ShouldBeFalse();

        session.GiveConsent(As("Ar"), null, 1, Two().Now()).Value.ShouldBeFalse();
        session.GiveConsent(As("Br"), null, 1, Two().Now()).Value.ShouldBeTrue();
    }

    [Fact]
    public void Given_a_customer_with_nobody_present_Then_it_is_not_quorate_and_cannot_reveal()
    {
        var session = Two().Open();
        session.Cast(As("Ar"), null, OwnWish, Monday);
        session.MarkAbsence(Person("Br"), Person("Br"), true, Monday);
        session.MarkAbsence(Person("Bd"), Person("Bd"), true, Monday);

        session.RevealBy(Facilitator, Monday).Error.Code.ShouldBe("not-quorate");
    }

    [Fact]
    public void Given_the_time_limit_Then_every_act_finds_it_expired_and_the_slots_stay_empty()
    {
        var session = Two().Deliberating();

        session.GiveConsent(As("Ar"), null, 1, Two().Now(later: Limit)).Error.ShouldBe(SessionErrors.Expired);
        session.StateAt(Monday + Limit).ShouldBe(SessionState.Expired);
        session.ExpireIfDue(Monday + Limit - TimeSpan.FromTicks(1)).ShouldBeFalse();
        session.ExpireIfDue(Monday + Limit).ShouldBeTrue();
        session.State.ShouldBe(SessionState.Expired);
        session.ExpireIfDue(Monday + Limit + Limit).ShouldBeFalse();
    }

    [Fact]
    public void Given_a_close_without_consent_Then_it_is_not_agreed_and_only_the_facilitator_or_an_administrator_may()
    {
        var session = Two().Deliberating();

        session.Close(Person("Ar"), isAdmin: false, "no", Monday).Error.ShouldBe(SessionErrors.NotFacilitator);
        session.Close(Facilitator, isAdmin: false, "no", Monday).IsRefused.ShouldBeFalse();

        session.State.ShouldBe(SessionState.NotAgreed);
        session.GiveConsent(As("Ar"), null, 1, Two().Now()).Error.Code.ShouldBe("session-state");
    }

    [Fact]
    public void Given_one_person_for_two_customers_Then_the_customer_must_be_named()
    {
        var session = Two().CustomerOf("Ar", 'C', "k").Open();

        session.Cast(As("Ar"), null, OwnWish, Monday).Error.ShouldBe(SessionErrors.CustomerNeeded);
        session.Cast(As("Ar"), Id('C'), OwnWish, Monday).Value.CustomerId.ShouldBe(Id('C'));

        session.Participants.Single(p => p.CustomerId == Id('A')).Ballot.ShouldBeNull();
    }

    [Fact]
    public void Given_kept_slots_for_technical_debt_Then_the_proposal_fills_them_and_the_ledger_charges_nobody()
    {
        var stage = Two().Slots(3).Reserve(WorkCategory.TechnicalDebt, 1).Debt('d', 'A');
        var session = stage.Open();
        session.Cast(As("Ar"), null, Rank("a"), Monday);
        session.Cast(As("Br"), null, Rank("x"), Monday);

        Letters(session.OnTheTable!.OptionIds).Order().ShouldBe("adx".Order());
        session.Postings().ShouldAllBe(p => p.Received == Fraction.One && p.Entitled == Fraction.One);
    }
}
