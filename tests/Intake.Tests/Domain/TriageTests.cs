using FlowPlatform.Intake.Domain.Requests;

namespace FlowPlatform.Intake.Tests.Domain;

public sealed class TriageTests
{
    [Fact]
    public void Given_a_submitted_request_Then_accepting_it_tells_its_team_in_the_key_and_starts_its_lead_time()
    {
        var request = Some.Request();

        var accepted = request.Accept(Some.Team, Some.Fields, Some.Person, Some.Now);

        accepted.IsRefused.ShouldBeFalse();
        request.Key.ShouldBe("FS-128");
        request.AcceptedAt.ShouldBe(Some.Now);
        request.Version.ShouldBe(2);
        request.TakeNewHistory().ShouldHaveSingleItem().State.ShouldBe("Triaged");
    }

    [Fact]
    public void Given_a_fixed_date_request_without_a_due_date_Then_it_is_refused_and_nothing_changes()
    {
        var request = Some.Request();
        var fields = Some.Fields with { ClassOfService = ClassOfService.FixedDate };

        var accepted = request.Accept(Some.Team, fields, Some.Person, Some.Now);

        accepted.Error.ShouldBe(RequestErrors.DueDateNeeded);
        (request.Status, request.Version).ShouldBe((RequestStatus.Submitted, 1));
    }

    [Theory]
    [InlineData(RequestStatus.Triaged)]
    [InlineData(RequestStatus.Committed)]
    [InlineData(RequestStatus.Done)]
    [InlineData(RequestStatus.Declined)]
    [InlineData(RequestStatus.Linked)]
    [InlineData(RequestStatus.Withdrawn)]
    public void Given_a_request_that_is_not_submitted_Then_accepting_it_is_refused(RequestStatus status)
    {
        var request = Some.Request(status);

        request.Accept(Some.Team, Some.Fields, Some.Person, Some.Now).Error.Code.ShouldBe("intake.wrong-status");
    }

    [Fact]
    public void Given_an_acceptance_that_is_taken_back_Then_nobody_has_decided_and_the_corrections_stay()
    {
        var request = Some.Request();
        request.Accept(Some.Team, Some.Fields with { IsRegulated = true }, Some.Person, Some.Now);

        request.UndoAcceptance(Some.Person, Some.Now).IsRefused.ShouldBeFalse();

        (request.Status, request.Key, request.AcceptedAt).ShouldBe((RequestStatus.Submitted, "WR-128", null));
        (request.TeamId, request.IsRegulated, request.Version).ShouldBe((Some.Team.Id, true, 3));
    }

    [Theory]
    [InlineData(RequestStatus.Submitted)]
    [InlineData(RequestStatus.Committed)]
    [InlineData(RequestStatus.InProgress)]
    [InlineData(RequestStatus.Done)]
    [InlineData(RequestStatus.Declined)]
    [InlineData(RequestStatus.Linked)]
    public void Given_a_request_that_does_not_wait_for_agreement_Then_there_is_no_acceptance_to_take_back(
        RequestStatus status
    )
    {
        var request = Some.Request(status);

        request.UndoAcceptance(Some.Person, Some.Now).Error.Code.ShouldBe("intake.wrong-status");

        request.Status.ShouldBe(status);
    }

    [Fact]
    public void Given_an_agreement_in_the_instant_of_taking_back_Then_the_agreement_holds()
    {
        var request = Some.Request(RequestStatus.Triaged);
        request.UndoAcceptance(Some.Person, Some.Now);

        request.FollowCommitment(Guid.CreateVersion7(Some.Now), Some.Now);

        (request.Status, request.AcceptedAt).ShouldBe((RequestStatus.Committed, Some.Now));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void Given_no_reason_Then_declining_is_refused(string? reason)
    {
        var request = Some.Request();

        request.Decline(reason, Some.Person, Some.Now).Error.ShouldBe(RequestErrors.ReasonNeeded);
        request.Status.ShouldBe(RequestStatus.Submitted);
    }

    [Fact]
    public void Given_a_link_that_is_taken_back_Then_the_request_is_where_it_was()
    {
        var request = Some.Request(RequestStatus.Triaged);
        request.LinkTo(Some.Request(), false, Some.Person, Some.Now).IsRefused.ShouldBeFalse();

        var unlinked = request.Unlink(Some.Person, Some.Now);

        unlinked.IsRefused.ShouldBeFalse();
        (request.Status, request.DuplicateOfId, request.EndedAt).ShouldBe((RequestStatus.Triaged, null, null));
    }

    [Fact]
    public void Given_itself_or_a_linked_request_or_own_duplicates_Then_linking_is_refused()
    {
        var request = Some.Request();

        request.LinkTo(request, false, Some.Person, Some.Now).Error.ShouldBe(RequestErrors.DuplicateOfItself);
        request
            .LinkTo(Some.Request(RequestStatus.Linked), false, Some.Person, Some.Now)
            .Error.ShouldBe(RequestErrors.DuplicateOfDuplicate);
        request.LinkTo(Some.Request(), true, Some.Person, Some.Now).Error.ShouldBe(RequestErrors.HasDuplicates);
        request.Status.ShouldBe(RequestStatus.Submitted);
    }

    [Theory]
    [InlineData("Finance Systems", "FS")]
    [InlineData("Treasury", "TRE")]
    [InlineData("core banking and payments team", "CBAP")]
    [InlineData("??", "WR")]
    public void Given_a_team_name_Then_its_prefix_is_its_initials_or_first_letters(string name, string prefix) =>
        new DeliveringTeam(Guid.Empty, name).KeyPrefix.ShouldBe(prefix);
}
