using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>What goes from one card to another, and from one person to another.</summary>
public sealed class SplitAndTakeOverTests
{
    private static readonly DefinitionOfWorkflow Board = Workflow();
    private static readonly Column ToDo = Board.CommitmentColumn;
    private static readonly Column Develop = Board.Named("Develop");
    private static readonly Guid Ann = Guid.CreateVersion7();
    private static readonly Guid Ben = Guid.CreateVersion7();

    [Fact]
    public void Given_parts_Then_the_whole_counts_them_and_names_them()
    {
        var change = SplitRules.Whole(Card().In(Develop) with { OpenParts = 1 }, ["FS-2", "FS-3"]).Change!;

        change.After.OpenParts.ShouldBe(3);
        change.Facts.ShouldBe([new CardFact(TransitionKind.Split) { Reason = "FS-2, FS-3" }]);
    }

    [Fact]
    public void Given_a_part_of_owned_and_blocked_work_Then_it_begins_with_neither_and_its_history_says_so()
    {
        var blocker = Guid.CreateVersion7();
        var whole = Card().In(Develop) with { Owners = [Kim], OpenBlockers = [blocker], StartedAt = Now };
        var blank = SplitRules.Blank(whole, Guid.CreateVersion7(), "FS-2", "A part");

        var change = SplitRules.Part(State(Board, whole), whole, blank, ToDo, inherited: 7).Change!;

        (change.Before.Version, change.After.ColumnId, change.After.WholeId).ShouldBe((7, ToDo.Id, whole.Id));
        change.After.Owners.ShouldBeEmpty();
        change.After.StartedAt.ShouldBe(Now);
        change.IsNew.ShouldBeTrue();
        change
            .Facts.Take(2)
            .ShouldBe([
                new CardFact(TransitionKind.SplitOff)
                {
                    FromColumn = Develop.Id,
                    ToColumn = ToDo.Id,
                    Reason = whole.Key,
                },
                new CardFact(TransitionKind.Unblocked) { BlockerId = blocker },
            ]);
        change.Facts[2].Kind.ShouldBe(TransitionKind.OwnersChanged);
        change.Facts[2].Owners.ShouldBe([]);
    }

    [Fact]
    public void Given_a_part_of_work_that_nobody_owns_Then_one_fact_begins_it()
    {
        var whole = Card().In(Develop);
        var blank = SplitRules.Blank(whole, Guid.CreateVersion7(), "FS-2", "A part");

        SplitRules
            .Part(State(Board, whole), whole, blank, Develop, inherited: 1)
            .Change!.Facts.Select(fact => fact.Kind)
            .ShouldBe([TransitionKind.SplitOff]);
    }

    [Fact]
    public void Given_where_a_part_is_to_go_Then_it_is_not_ahead_of_the_whole_and_the_whole_is_open()
    {
        var whole = Card().In(Develop);

        SplitRules.Refusal(Board, whole, ToDo).ShouldBeNull();
        SplitRules.Refusal(Board, whole, Develop).ShouldBeNull();
        SplitRules.Refusal(Board, whole, Board.Named("Test")).ShouldBe(CardErrors.PartAhead);
        SplitRules.Refusal(Board, whole with { FinishedAt = Now }, ToDo).ShouldBe(CardErrors.Finished);
        SplitRules
            .Refusal(Board, whole with { FinishedAt = Now }, Board.Named("Test"))
            .ShouldBe(CardErrors.Finished, "first things first");
    }

    [Fact]
    public void Given_open_parts_Then_the_whole_moves_on_but_is_not_finished()
    {
        var whole = Card().In(Develop) with { OpenParts = 1 };
        var state = State(Board with { Columns = [.. Board.Columns.Select(c => c with { IsGate = false })] }, whole);

        CardRules.Move(state, whole, Board.Named("Test"), null, Now).Change.ShouldNotBeNull();
        CardRules.Move(state, whole, Board.FirstDone, null, Now).Refusal.ShouldBe(CardErrors.PartsOpen);
        CardRules
            .Move(state, whole with { OpenParts = 0 }, Board.FirstDone, null, Now)
            .Change!.After.FinishedAt.ShouldBe(Now);
    }

    [Fact]
    public void Given_an_absent_owner_Then_anothers_avatar_takes_the_place_and_the_others_stay()
    {
        var card = Card().In(Develop) with { Owners = [Ann, Kim] };

        var change = OwnershipRules.TakeOver(Away(card, Kim), card, Kim, Ben).Change!;

        change.After.Owners.ShouldBe([Ann, Ben]);
        change.AvatarsFreed.ShouldBe([Kim]);
        change.AvatarsPlaced.ShouldBe([Ben]);
        var fact = change.Facts.ShouldHaveSingleItem();
        (fact.Kind, fact.Reason).ShouldBe((TransitionKind.OwnersChanged, Kim.ToString()));
        fact.Owners.ShouldBe([Ann, Ben]);
        OwnershipRules
            .TakeOver(Away(card, Kim), card, Kim, Ann)
            .Change!.After.Owners.ShouldBe([Ann], "she has it twice");
    }

    [Fact]
    public void Given_who_is_not_absent_or_no_owner_or_oneself_Then_nothing_is_taken_over()
    {
        var card = Card().In(Develop) with { Owners = [Kim] };

        OwnershipRules.TakeOver(State(Board, card), card, Kim, Ben).Refusal.ShouldBe(CardErrors.NotAbsent);
        OwnershipRules.TakeOver(Away(card, Kim), card, Kim, Kim).Refusal.ShouldBe(CardErrors.NotAbsent);
        OwnershipRules.TakeOver(Away(card, Ann), card, Ann, Ben).Refusal.ShouldBe(CardErrors.NotOwned);
        CardErrors.NotAbsent.Message.ShouldContain("only an absent person's avatar");
    }

    [Fact]
    public void Given_another_place_in_the_column_Then_it_is_told_and_a_closed_card_has_none()
    {
        var card = Card().In(Develop);

        CardRules
            .Reorder(card)
            .Change!.Facts.ShouldBe([
                new CardFact(TransitionKind.Reordered) { FromColumn = Develop.Id, ToColumn = Develop.Id },
            ]);
        CardRules.Reorder(card with { FinishedAt = Now }).Refusal.ShouldBe(CardErrors.Finished);
    }

    [Fact]
    public void Given_nobody_says_otherwise_Then_an_unowned_card_that_enters_active_work_is_pulled()
    {
        CardRules.IsPullByDefault(Card(), Develop).ShouldBeTrue();
        CardRules.IsPullByDefault(Card(), ToDo).ShouldBeFalse();
        CardRules.IsPullByDefault(Card() with { Owners = [Kim] }, Develop).ShouldBeFalse();
    }

    private static BoardState Away(CardState card, Guid person) => State(Board, card) with { Absent = [person] };
}
