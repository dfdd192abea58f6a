using FlowPlatform.Intake.Domain.Requests;

namespace FlowPlatform.Intake.Tests.Domain;

public sealed class FollowBoardTests
{
    private static readonly Guid Board = Guid.Parse("018f0000-0000-7000-8000-000000000003");

    private static readonly DeliveryInstants Instants = new(
        Some.Now,
        Some.Now.AddHours(1),
        Some.Now.AddHours(2),
        Some.Now.AddHours(6)
    );

    [Fact]
    public void Given_every_message_in_order_Then_the_request_is_done_with_the_boards_instants()
    {
        var request = Some.Request(RequestStatus.Triaged);

        request.FollowCommitment(Board, Instants.CommittedAt);
        request.FollowCard(Card(1, RequestStatus.Committed, 1));
        request.FollowCard(Card(2, RequestStatus.InProgress, 2));
        request.FollowBlocker(Board, 3, "Waiting for a vendor", Some.Now.AddHours(3), Some.Person);
        request.IsBlocked.ShouldBeTrue();
        request.FollowBlocker(Board, 4, null, Some.Now.AddHours(4), Some.Person);
        request.FollowCard(Card(5, RequestStatus.Done, 6));
        request.FollowFinish(Board, 5, Instants, Some.Person);

        request.Status.ShouldBe(RequestStatus.Done);
        (request.FinishedAt - request.AcceptedAt).ShouldBe(TimeSpan.FromHours(6));
        (request.FinishedAt - request.StartedAt).ShouldBe(TimeSpan.FromHours(4));
        request.IsBlocked.ShouldBeFalse();
        request
            .TakeNewHistory()
            .Select(entry => entry.State)
            .ShouldBe(["Triaged", "Committed", "InProgress", "Blocked", "Unblocked", "Done"]);
    }

    [Fact]
    public void Given_a_refused_commitment_Then_it_says_why_until_its_card_is_placed()
    {
        var request = Some.Request(RequestStatus.Triaged);

        request.FollowRefusal(Board, "To do is full.", Instants.CommittedAt);
        request.FollowCommitment(Board, Instants.CommittedAt);

        request.Status.ShouldBe(RequestStatus.Committed);
        request.StatusReason.ShouldBe("To do is full.");
        request.FollowCard(Card(1, RequestStatus.Committed, 1));
        request.StatusReason.ShouldBeNull();
        request.FollowRefusal(Board, "An old answer.", Instants.CommittedAt);
        request.StatusReason.ShouldBeNull();
    }

    [Fact]
    public void Given_older_messages_after_newer_ones_Then_the_status_stays_and_the_start_is_the_earliest()
    {
        var request = Some.Request(RequestStatus.Triaged);

        request.FollowFinish(Board, 5, Instants, Some.Person);
        request.FollowCard(Card(2, RequestStatus.InProgress, 1));
        request.FollowCard(Card(1, RequestStatus.Committed, 0));
        request.FollowBlocker(Board, 3, "Late news", Some.Now, Some.Person);
        request.FollowCommitment(Board, Some.Now);

        request.Status.ShouldBe(RequestStatus.Done);
        request.IsBlocked.ShouldBeFalse();
        request.CommittedAt.ShouldBe(Instants.CommittedAt);
    }

    [Fact]
    public void Given_the_same_finish_twice_Then_the_second_changes_nothing()
    {
        var request = Some.Request(RequestStatus.Triaged);
        request.FollowFinish(Board, 5, Instants, Some.Person);
        var version = request.Version;

        request.FollowFinish(Board, 5, Instants, Some.Person);

        request.Version.ShouldBe(version);
    }

    [Fact]
    public void Given_a_done_card_that_is_pulled_back_Then_the_finish_is_cleared_and_the_reopening_counted()
    {
        var request = Some.Request(RequestStatus.Triaged);
        request.FollowFinish(Board, 5, Instants, Some.Person);

        request.FollowCard(Card(6, RequestStatus.InProgress, 8));

        request.Status.ShouldBe(RequestStatus.InProgress);
        (request.FinishedAt, request.EndedAt, request.ReopenCount).ShouldBe((null, null, 1));
        request.StartedAt.ShouldBe(Instants.StartedAt);
    }

    [Fact]
    public void Given_an_abandoned_card_Then_the_request_ended_without_a_finish_and_says_why()
    {
        var request = Some.Request(RequestStatus.InProgress);

        request.FollowAbandonment(Board, 9, "Not needed any more", Some.Now, Some.Person);

        request.Status.ShouldBe(RequestStatus.Declined);
        (request.StatusReason, request.FinishedAt, request.EndedAt).ShouldBe(("Not needed any more", null, Some.Now));
    }

    [Fact]
    public void Given_a_request_delivered_on_a_board_Then_reopening_it_here_is_refused()
    {
        var request = Some.Request(RequestStatus.Done);

        request.Reopen("Still broken", Some.Person, Some.Now).Error.ShouldBe(RequestErrors.DeliveredOnBoard);
        request.Status.ShouldBe(RequestStatus.Done);
    }

    private static CardPosition Card(long version, RequestStatus status, int hours) =>
        new(Board, version, status.ToString(), status, Some.Now.AddHours(hours), Some.Person);
}
