using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class UndoRulesTests
{
    private static readonly DefinitionOfWorkflow Board = Workflow();
    private static readonly Column ToDo = Board.Named("To do");
    private static readonly Column Develop = Board.Named("Develop");

    [Fact]
    public void Given_a_pull_Then_undo_restores_everything_but_the_version()
    {
        var before = Card().In(ToDo);
        var pulled = CardRules.Move(State(Board, before), before, Develop, Kim, Now).Change!.After;

        var undone = UndoRules.Undo(State(Board, pulled), pulled, Last(before, pulled), Kim).Change!;

        undone.After.ShouldBe(before with { Version = 5, Owners = undone.After.Owners });
        undone.After.Owners.ShouldBeEmpty();
        undone.Facts.Select(fact => fact.Kind).ShouldBe([TransitionKind.Undone, TransitionKind.OwnersChanged]);
    }

    [Fact]
    public void Given_work_that_had_begun_before_Then_its_start_stays()
    {
        var before = Card().In(Develop) with { StartedAt = Now.AddDays(-1), Owners = [Kim] };
        var finished = CardRules.Move(State(Board, before), before, Board.FirstDone, null, Now).Change!.After;

        var undone = UndoRules.Undo(State(Board, finished), finished, Last(before, finished), Kim).Change!.After;

        (undone.StartedAt, undone.FinishedAt).ShouldBe((Now.AddDays(-1), null));
        undone.Owners.ShouldBe([Kim]);
    }

    [Fact]
    public void Given_owners_that_stayed_Then_they_need_no_other_avatar_and_the_way_back_is_the_only_fact()
    {
        var before = Card().In(Develop) with { StartedAt = Now, Owners = [Kim] };
        var back = CardRules.Move(State(Board, before), before, ToDo, null, Now).Change!.After;
        var busy = State(Board, back) with { PlacedAvatars = new Dictionary<Guid, int> { [Kim] = 2 } };

        var undone = UndoRules.Undo(busy, back, Last(before, back), Kim).Change!;

        undone.Facts.ShouldBe([new CardFact(TransitionKind.Undone) { FromColumn = ToDo.Id, ToColumn = Develop.Id }]);
    }

    [Fact]
    public void Given_room_and_avatar_that_are_gone_Then_both_limits_refuse_together()
    {
        var before = Card().In(Develop) with { StartedAt = Now, Owners = [Kim] };
        var finished = CardRules.Move(State(Board, before), before, Board.FirstDone, null, Now).Change!.After;
        var full = State(Board, Card().In(Develop), Card().In(Develop)) with
        {
            PlacedAvatars = new Dictionary<Guid, int> { [Kim] = 2 },
        };

        var refused = UndoRules.Undo(full, finished, Last(before, finished), Kim);

        refused.Violated.Select(limit => limit.Code).ShouldBe(["column-limit-reached", "personal-limit-reached"]);
    }

    [Fact]
    public void Given_a_move_back_through_a_gate_Then_undoing_it_asks_for_the_approval_again()
    {
        var test = Board.Named("Test");
        var before = Card().In(test) with { IsRegulated = true, StartedAt = Now };
        var back = CardRules.Move(State(Board, before), before, Develop, null, Now).Change!.After;

        UndoRules
            .Undo(State(Board, back), back, Last(before, back), Kim)
            .Violated.ShouldHaveSingleItem()
            .Code.ShouldBe(AdmissionErrors.GateCode);
    }

    [Theory]
    [InlineData("version", "happened-since")]
    [InlineData("kind", "nothing-to-undo")]
    [InlineData("column", "nothing-to-undo")]
    [InlineData("by", "not-your-move")]
    public void Given_anything_else_since_or_anothers_move_Then_it_is_refused(string what, string code)
    {
        var before = Card().In(ToDo);
        var moved = CardRules.Move(State(Board, before), before, Develop, null, Now).Change!.After;
        var last = Last(before, moved);
        last = what switch
        {
            "version" => last with { Version = last.Version - 1 },
            "kind" => last with { Kind = TransitionKind.Reopened },
            "column" => last with { FromColumn = Guid.CreateVersion7() },
            _ => last with { By = Guid.CreateVersion7() },
        };

        UndoRules.Undo(State(Board, moved), moved, last, Kim).Refusal!.Code.ShouldBe(code);
    }

    private static LastAct Last(CardState before, CardState after) =>
        new(
            TransitionKind.Moved,
            Kim,
            before.ColumnId,
            before.Owners,
            before.StartedAt is null && after.StartedAt is not null,
            after.Version
        );
}
