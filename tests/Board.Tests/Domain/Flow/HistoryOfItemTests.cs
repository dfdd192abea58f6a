using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Flow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>What is read of a history, fact by fact.</summary>
public sealed class HistoryOfItemTests
{
    private static readonly Guid[] Columns = [.. Policy.Columns.Select(column => column.Id)];
    private static readonly Guid Ada = Guid.CreateVersion7();
    private static readonly FlowItem Ended = Item(0, 9, committed: 0);
    private static readonly FlowItem Open = Item(0, null, committed: 0);

    [Fact]
    public void Given_facts_that_name_a_column_Then_a_stay_begins_where_it_is_another_than_before()
    {
        var item = Read(
            Open,
            Moved(0, 0),
            Moved(2, 1),
            Moved(3, 1),
            new(TransitionKind.Edited, Now.AddDays(4), null, null, null, null),
            Moved(5, 0)
        );

        item.Stays.ShouldBe([new(Columns[0], Now), new(Columns[1], Now.AddDays(2)), new(Columns[0], Now.AddDays(5))]);
    }

    [Fact]
    public void Given_one_that_has_not_ended_Then_no_causes_are_told_and_what_is_open_stays_open()
    {
        var item = Read(Open, Moved(0, 0), Blocked(1, Ada, "Supplier"), Owned(2, Kim));

        item.Causes.ShouldBeEmpty();
        item.Blocked.ShouldBe([new("Supplier", Now.AddDays(1), null)]);
        item.Holdings.ShouldBe([new(Kim, Now.AddDays(2), null)]);
    }

    [Fact]
    public void Given_one_that_has_ended_Then_its_causes_are_those_of_its_account() =>
        Read(Ended, Moved(0, 1), Owned(0, Kim), Blocked(4, Ada, "Supplier"), Unblocked(6, Ada))
            .Causes.ShouldBe([
                new(TimeClass.Blocked, "Supplier", 2 * TimeSpan.TicksPerDay),
                new(TimeClass.Active, null, 7 * TimeSpan.TicksPerDay),
            ]);

    [Fact]
    public void Given_pieces_of_time_Then_those_of_one_cause_are_added_and_causes_stand_by_class_and_reason()
    {
        static TimePiece Piece(TimeClass of, string? reason, int days) => new(of, reason, Now, Now.AddDays(days));

        ItemHistory
            .Causes([
                Piece(TimeClass.Queue, null, 1),
                Piece(TimeClass.Blocked, "a", 2),
                Piece(TimeClass.Blocked, "B", 4),
                Piece(TimeClass.Queue, null, 3),
            ])
            .ShouldBe([
                new(TimeClass.Blocked, "B", 4 * TimeSpan.TicksPerDay),
                new(TimeClass.Blocked, "a", 2 * TimeSpan.TicksPerDay),
                new(TimeClass.Queue, null, 4 * TimeSpan.TicksPerDay),
            ]);
    }

    [Fact]
    public void Given_blockers_Then_each_is_one_spell_from_its_first_block_to_its_unblock_or_the_end()
    {
        var item = Read(
            Ended,
            Unblocked(0, Ada),
            Blocked(1, Ada, "Supplier"),
            Blocked(2, Ada, "Defect"),
            // An import may name neither the blocker nor the reason.
            Blocked(3, null, null),
            Unblocked(4, Ada),
            Unblocked(5, Ada),
            new(TransitionKind.Edited, Now.AddDays(6), null, null, null, null)
        );

        item.Blocked.ShouldBe([
            new("Supplier", Now.AddDays(1), Now.AddDays(4)),
            new("Other", Now.AddDays(3), Now.AddDays(9)),
        ]);
    }

    [Fact]
    public void Given_changes_of_owners_Then_an_avatar_stands_until_it_is_no_longer_named_or_the_end()
    {
        var item = Read(
            Ended,
            Owned(1, Kim, Ada),
            Owned(2, Ada),
            Moved(3, 1),
            Owned(4),
            Owned(5, Kim),
            Owned(6, Kim, Ada)
        );

        item.Holdings.ShouldBe(
            [
                new(Kim, Now.AddDays(1), Now.AddDays(2)),
                new(Ada, Now.AddDays(1), Now.AddDays(4)),
                new(Kim, Now.AddDays(5), Now.AddDays(9)),
                new(Ada, Now.AddDays(6), Now.AddDays(9)),
            ],
            ignoreOrder: true
        );
    }

    private static FlowItem Read(FlowItem item, params AccountFact[] facts) =>
        ItemHistory.Of(item, facts, WorkflowVersions.Only(Policy));

    private static AccountFact Moved(int day, int column) =>
        new(TransitionKind.Moved, Now.AddDays(day), Columns[column], null, null, null);

    private static AccountFact Blocked(int day, Guid? blocker, string? reason) =>
        new(TransitionKind.Blocked, Now.AddDays(day), null, blocker, reason, null);

    private static AccountFact Unblocked(int day, Guid blocker) =>
        new(TransitionKind.Unblocked, Now.AddDays(day), null, blocker, null, null);

    private static AccountFact Owned(int day, params Guid[] owners) =>
        new(TransitionKind.OwnersChanged, Now.AddDays(day), null, null, null, owners);
}
