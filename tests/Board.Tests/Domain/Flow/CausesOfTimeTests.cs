using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>The waste account where it turns: at its ends, between blockers, at approvals, and with unknown columns.</summary>
public sealed class CausesOfTimeTests
{
    private static readonly DefinitionOfWorkflow Board = Workflow();
    private static readonly Guid Develop = Board.Named("Develop").Id;
    private static readonly Guid[] Blockers = [Guid.CreateVersion7(), Guid.CreateVersion7()];

    [Fact]
    public void Given_no_facts_Then_all_time_is_queue_and_no_time_has_no_piece()
    {
        Told(3).ShouldBe([(TimeClass.Queue, null, 0, 3)]);
        Told(0).ShouldBeEmpty();
        Told(-1).ShouldBeEmpty();
    }

    [Fact]
    public void Given_facts_before_the_commitment_Then_what_they_say_holds_from_it_on() =>
        Told(3, Moved(-2, Develop), Owned(-1, Kim)).ShouldBe([(TimeClass.Active, null, 0, 3)]);

    [Fact]
    public void Given_a_fact_at_the_end_or_later_Then_it_says_nothing() =>
        Told(3, Moved(1, Develop), Owned(3, Kim), Owned(4, Kim))
            .ShouldBe([(TimeClass.Queue, null, 0, 1), (TimeClass.WaitingForPerson, null, 1, 3)]);

    [Fact]
    public void Given_a_fact_before_the_one_that_stands_ahead_of_it_Then_it_counts_from_there_on() =>
        Told(6, Moved(4, Develop), Owned(2, Kim))
            .ShouldBe([(TimeClass.Queue, null, 0, 4), (TimeClass.Active, null, 4, 6)]);

    [Fact]
    public void Given_two_blockers_Then_the_first_names_the_reason_until_it_is_gone() =>
        Told(9, Blocked(1, 0, "Supplier"), Blocked(2, 1, null), Unblocked(4, 0), Unblocked(7, 1))
            .ShouldBe([
                (TimeClass.Queue, null, 0, 1),
                (TimeClass.Blocked, "Supplier", 1, 4),
                (TimeClass.Blocked, nameof(BlockerReason.Other), 4, 7),
                (TimeClass.Queue, null, 7, 9),
            ]);

    [Fact]
    public void Given_an_approval_that_is_lost_Then_it_waits_for_one_again() =>
        Told(
                9,
                Of(TransitionKind.ApprovalRequested, 1),
                Of(TransitionKind.ApprovalGiven, 3),
                Of(TransitionKind.ApprovalLost, 6)
            )
            .ShouldBe([
                (TimeClass.Queue, null, 0, 1),
                (TimeClass.WaitingForApproval, null, 1, 3),
                (TimeClass.Queue, null, 3, 6),
                (TimeClass.WaitingForApproval, null, 6, 9),
            ]);

    [Fact]
    public void Given_owners_that_leave_Then_it_waits_for_a_person_again() =>
        Told(9, Moved(1, Develop), Owned(2, Kim), Owned(5), Blocked(6, 0, "Supplier"))
            .ShouldBe([
                (TimeClass.Queue, null, 0, 1),
                (TimeClass.WaitingForPerson, null, 1, 2),
                (TimeClass.Active, null, 2, 5),
                (TimeClass.WaitingForPerson, null, 5, 6),
                (TimeClass.Blocked, "Supplier", 6, 9),
            ]);

    [Fact]
    public void Given_it_is_in_done_Then_even_a_blocker_changes_nothing_and_an_unknown_column_is_a_queue() =>
        Told(
                9,
                Owned(0, Kim),
                Moved(1, Board.Columns[^1].Id),
                Blocked(2, 0, "Supplier"),
                Moved(4, Develop),
                Unblocked(5, 0),
                Moved(7, Guid.CreateVersion7())
            )
            .ShouldBe([
                (TimeClass.Queue, null, 0, 1),
                (TimeClass.Reopened, null, 1, 4),
                (TimeClass.Blocked, "Supplier", 4, 5),
                (TimeClass.Active, null, 5, 7),
                (TimeClass.Queue, null, 7, 9),
            ]);

    [Fact]
    public void Given_facts_that_change_nothing_Then_the_pieces_of_one_cause_are_one() =>
        Told(9, Of(TransitionKind.Edited, 2), Moved(3, Board.Columns[0].Id), Of(TransitionKind.Blocked, 4))
            .ShouldBe([(TimeClass.Queue, null, 0, 9)]);

    [Fact]
    public void Given_a_cause_that_comes_again_at_once_Then_its_pieces_touch_as_one() =>
        Told(9, Moved(2, Develop), Moved(2, Board.Columns[0].Id)).ShouldBe([(TimeClass.Queue, null, 0, 9)]);

    private static IEnumerable<(TimeClass, string?, double, double)> Told(double end, params AccountFact[] facts) =>
        WasteAccount
            .Of(Board, Now, Now.AddDays(end), facts)
            .Select(piece => (piece.Class, piece.Reason, (piece.From - Now).TotalDays, (piece.To - Now).TotalDays));

    private static AccountFact Of(TransitionKind kind, double day) =>
        new(kind, Now.AddDays(day), null, null, null, null);

    private static AccountFact Moved(double day, Guid column) =>
        Of(TransitionKind.Moved, day) with
        {
            ToColumn = column,
        };

    private static AccountFact Owned(double day, params Guid[] owners) =>
        Of(TransitionKind.OwnersChanged, day) with
        {
            Owners = owners,
        };

    private static AccountFact Blocked(double day, int blocker, string? reason) =>
        Of(TransitionKind.Blocked, day) with
        {
            BlockerId = Blockers[blocker],
            Reason = reason,
        };

    private static AccountFact Unblocked(double day, int blocker) =>
        Of(TransitionKind.Unblocked, day) with
        {
            BlockerId = Blockers[blocker],
        };
}
