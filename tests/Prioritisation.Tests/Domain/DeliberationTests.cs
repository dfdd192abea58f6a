using FlowPlatform.Prioritisation.Domain;
using FlowPlatform.Prioritisation.Domain.Methods;
using FlowPlatform.Prioritisation.Domain.Outcomes;
using FlowPlatform.Prioritisation.Domain.Sessions;
using static FlowPlatform.Prioritisation.Tests.Domain.Polls;
using static FlowPlatform.Prioritisation.Tests.Domain.SessionStage;

namespace FlowPlatform.Prioritisation.Tests.Domain;

public sealed class DeliberationTests
{
    private readonly SessionStage _stage = Two();
    private readonly ReplenishmentSession _session;

    public DeliberationTests() => _session = _stage.Deliberating();

    [Fact]
    public void Given_every_consent_Then_the_last_one_agrees_and_the_outcome_is_signed()
    {
        _session.GiveConsent(As("Ar"), null, 1, _stage.Now()).Value.ShouldBeFalse();
        _session.GiveConsent(As("Br"), null, 1, _stage.Now()).Value.ShouldBeTrue();

        var outcome = ReplenishmentOutcome.Of(_session, "a key of the test", Person("Br"), Monday);

        outcome.CommittedIds.ShouldBe(_session.OnTheTable!.OptionIds);
        outcome.Signature.ShouldBe(
            OutcomeSignature.ForOutcome("a key of the test", outcome.Id, _session.BoardId, outcome.CommittedIds)
        );
        OutcomeSignature
            .ForOutcome("another key", outcome.Id, _session.BoardId, outcome.CommittedIds)
            .ShouldNotBe(outcome.Signature);
    }

    [Fact]
    public void Given_a_session_without_agreement_Then_it_has_no_outcome() =>
        Should.Throw<InvalidOperationException>(() =>
            ReplenishmentOutcome.Of(_session, "a key of the test", Person("Br"), Monday)
        );

    [Fact]
    public void Given_a_text_to_sign_Then_the_signature_is_that_of_the_contract() =>
        // printf 'expedite|0000…0021|0000…0061' | openssl dgst -sha256 -hmac 0123456789abcdef -binary | base64
        OutcomeSignature.ForExpedite("0123456789abcdef", Id('!'), Id('a')).ShouldBe(PinnedExpedite);

    [Fact]
    public void Given_an_open_objection_Then_there_is_no_agreement_until_it_ended_and_its_customer_consented_too()
    {
        var objection = _session.Object(As("Ar"), null, Id('x'), "too late for us", Monday).Value;
        _session.GiveConsent(As("Ar"), null, null, _stage.Now()).Error.ShouldBe(SessionErrors.OwnObjectionOpen);
        _session.GiveConsent(As("Br"), null, null, _stage.Now()).Value.ShouldBeFalse();

        End("Br", objection.Id, ObjectionEnding.Resolved).Code.ShouldBe(SessionErrors.NotObjector.Code);
        End("F", objection.Id, ObjectionEnding.Withdrawn).Code.ShouldBe(SessionErrors.NotObjector.Code);
        _session
            .EndObjection(As("F"), objection.Id, ObjectionEnding.Resolved, "x first next time", Monday)
            .IsRefused.ShouldBeFalse();
        _session.State.ShouldBe(SessionState.Deliberating);
        End("Ar", objection.Id, ObjectionEnding.Withdrawn).ShouldBe(SessionErrors.ObjectionEnded);

        _session.GiveConsent(As("Ar"), null, null, _stage.Now()).Value.ShouldBeTrue();
        objection.Resolution.ShouldBe("x first next time");
    }

    [Fact]
    public void Given_an_objection_of_another_customer_Then_the_last_consent_has_to_wait()
    {
        _session.GiveConsent(As("Ar"), null, 1, _stage.Now());
        _session.Object(As("Ar"), null, null, "second thoughts", Monday);

        _session.Participants.ShouldAllBe(p => p.Consent == null);
    }

    [Fact]
    public void Given_another_proposal_Then_consents_to_the_former_are_void_and_stale_ones_are_refused()
    {
        _session.GiveConsent(As("Ar"), null, 1, _stage.Now());

        var second = _session.Propose(As("Br"), null, [Id('x'), Id('y')], "both or none", _stage.Now()).Value;

        second.Number.ShouldBe(2);
        second.Certificate.ShortChanged!.Customers.ShouldBe([Id('A')]);
        _session.GiveConsent(As("Br"), null, 1, _stage.Now()).Error.Code.ShouldBe("proposal-changed");
        _session.GiveConsent(As("Br"), null, 2, _stage.Now()).Value.ShouldBeFalse();
        _session.GiveConsent(As("Ar"), null, 2, _stage.Now()).Value.ShouldBeTrue();
    }

    [Fact]
    public void Given_a_proposal_beyond_the_room_Then_each_limit_is_named()
    {
        var stage = Two().Slots(3).Ceiling(WorkCategory.Enhancement, 2);
        var error = Propose(stage, "abx");

        error.Code.ShouldBe("proposal-exceeds-room");
        var violation = error.Violations.Single();
        (violation.Scope, violation.Limit, violation.Occupancy).ShouldBe(("Enhancement", 2, 3));
        Propose(Two(), "abx").Violations.ShouldContain(v => v.Code == "common-slots" && v.Limit == 2);
    }

    [Fact]
    public void Given_a_proposal_that_takes_a_kept_slot_Then_it_is_refused()
    {
        var stage = Two().Slots(3).Reserve(WorkCategory.TechnicalDebt, 1).Debt('d', 'A');

        Propose(stage, "abx").Code.ShouldBe("proposal-exceeds-room");
        Propose(stage, "ab").Code.ShouldBe("reserved-slots-unfilled");
    }

    [Fact]
    public void Given_an_option_that_was_withdrawn_meanwhile_Then_consent_waits_for_a_proposal_without_it()
    {
        var gone = Letters([_session.OnTheTable!.OptionIds[0]]);

        var error = _session.GiveConsent(As("Ar"), null, null, _stage.Now(gone)).Error;

        (error.Code, error.Violations.Single().Scope).ShouldBe(("option-gone", Id(gone[0]).ToString()));
    }

    [Fact]
    public void Given_room_that_shrank_meanwhile_Then_consent_is_refused_with_the_limit() =>
        _session
            .GiveConsent(As("Ar"), null, null, _stage.Now(room: SlotRoom.Of(1)))
            .Error.Code.ShouldBe("proposal-exceeds-room");

    [Fact]
    public void Given_an_empty_proposal_Then_there_is_nothing_to_consent_to()
    {
        var stage = Two();
        var session = stage.Open();
        session.Cast(As("Ar"), null, Rank(""), Monday);
        session.Cast(As("Br"), null, Rank(""), Monday);

        session.GiveConsent(As("Ar"), null, 1, stage.Now()).Error.ShouldBe(ProposalErrors.Nothing);
    }

    private const string PinnedExpedite = "kZnx+SVu0CKRrT/q1rDtrGdA1B5hOdsYcy3B8F8Tusw=";

    private static ServiceDefaults.Results.Error Propose(SessionStage stage, string letters) =>
        stage.Deliberating().Propose(As("Ar"), null, [.. letters.Select(Id)], "why", stage.Now()).Error;

    private ServiceDefaults.Results.Error End(string who, Guid objectionId, ObjectionEnding ending) =>
        _session.EndObjection(As(who), objectionId, ending, "so", Monday).Error;
}
