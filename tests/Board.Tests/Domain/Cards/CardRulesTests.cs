using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class CardRulesTests
{
    private static readonly DefinitionOfWorkflow Board = Workflow();
    private static readonly Column ToDo = Board.CommitmentColumn;
    private static readonly Column Develop = Board.Named("Develop");
    private static readonly Column Done = Board.FirstDone;

    [Fact]
    public void Given_a_first_pull_Then_the_card_starts_and_the_avatar_stands_on_it()
    {
        var card = Card().In(ToDo);

        var change = CardRules.Move(State(Board, card), card, Develop, Kim, Now).Change!;

        change.After.StartedAt.ShouldBe(Now);
        change.After.Owners.ShouldBe([Kim]);
        change.AvatarsPlaced.ShouldBe([Kim]);
        change.Facts.Select(fact => fact.Kind).ShouldBe([TransitionKind.Moved, TransitionKind.OwnersChanged]);
        change.After.Version.ShouldBe(card.Version + 2);
    }

    [Fact]
    public void Given_a_move_back_and_forth_Then_the_start_stays_the_first_one()
    {
        var card = Card().In(Develop) with { StartedAt = Now.AddDays(-5) };

        var back = CardRules.Move(State(Board, card), card, ToDo, null, Now).Change!.After;

        CardRules.Move(State(Board, back), back, Develop, null, Now).Change!.After.StartedAt.ShouldBe(Now.AddDays(-5));
    }

    [Fact]
    public void Given_the_finish_Then_the_avatars_are_free_and_the_instant_is_kept()
    {
        var card = Card().In(Develop) with { Owners = [Kim], StartedAt = Now.AddDays(-1) };

        var change = CardRules.Move(State(Board, card), card, Done, null, Now).Change!;

        change.After.FinishedAt.ShouldBe(Now);
        change.AvatarsFreed.ShouldBe([Kim]);
        change
            .Facts.Select(fact => fact.Kind)
            .ShouldBe([TransitionKind.Moved, TransitionKind.OwnersChanged, TransitionKind.Finished]);
    }

    [Fact]
    public void Given_a_finished_card_Then_it_moves_only_by_being_reopened_and_is_counted()
    {
        var card = Card().In(Done) with { FinishedAt = Now.AddDays(-1), StartedAt = Now.AddDays(-3) };
        var state = State(Board, card);

        CardRules.Move(state, card, Develop, null, Now).Refusal.ShouldBe(CardErrors.Finished);
        CardRules.Reopen(state, card, Done, "?", Now).Refusal.ShouldBe(CardErrors.AlreadyThere);
        var reopened = CardRules.Reopen(state, card, Develop, "wrong", Now).Change!;
        reopened.After.FinishedAt.ShouldBeNull();
        reopened.After.ReopenCount.ShouldBe(1);
        reopened.Facts.ShouldHaveSingleItem().Reason.ShouldBe("wrong");
        CardRules.Reopen(state, reopened.After, Develop, "again", Now).Refusal.ShouldBe(CardErrors.NotFinished);
    }

    [Fact]
    public void Given_a_full_column_Then_reopening_into_it_is_refused_too()
    {
        var card = Card().In(Done) with { FinishedAt = Now };
        var state = State(Board, card, Card().In(Develop), Card().In(Develop));

        CardRules.Reopen(state, card, Develop, "wrong", Now).Refusal!.Code.ShouldBe("wip-limit-exceeded");
    }

    [Fact]
    public void Given_a_blocked_card_Then_it_moves_back_but_not_on_until_the_last_blocker_is_resolved()
    {
        var blocker = Guid.CreateVersion7();
        var card = BlockingRules.Block(Card().In(Develop), blocker, BlockerReason.Supplier, "late").Change!.After;

        CardRules.Move(State(Board, card), card, Done, null, Now).Refusal.ShouldBe(CardErrors.Blocked);
        CardRules.Move(State(Board, card), card, ToDo, null, Now).Change.ShouldNotBeNull();
        BlockingRules.Resolve(card, Guid.CreateVersion7(), null).Refusal.ShouldBe(CardErrors.UnknownBlocker);
        var free = BlockingRules.Resolve(card, blocker, null).Change!.After;
        CardRules.Move(State(Board, free), free, Done, null, Now).Change.ShouldNotBeNull();
    }

    [Fact]
    public void Given_an_abandoned_card_Then_it_leaves_the_board_and_nothing_moves_it()
    {
        var card = Card().In(Develop) with { Owners = [Kim] };

        var gone = BlockingRules.Abandon(card, "no longer wanted", Now).Change!;

        gone.After.ColumnId.ShouldBeNull();
        gone.AvatarsFreed.ShouldBe([Kim]);
        CardRules.Move(State(Board), gone.After, Develop, null, Now).Refusal.ShouldBe(CardErrors.Abandoned);
        OwnershipRules.Own(State(Board), gone.After, Kim).Refusal.ShouldBe(CardErrors.Abandoned);
        BlockingRules.Abandon(gone.After, "twice", Now).Refusal.ShouldBe(CardErrors.Abandoned);
    }

    [Fact]
    public void Given_blocks_and_ends_Then_their_facts_say_which_and_why()
    {
        var blocker = Guid.CreateVersion7();
        var card = Card().In(Develop) with { OpenBlockers = [blocker] };

        BlockingRules
            .Block(card, blocker, BlockerReason.Supplier, "late")
            .Change!.Facts.ShouldBe([
                new CardFact(TransitionKind.Blocked)
                {
                    BlockerId = blocker,
                    Reason = "Supplier",
                    Note = "late",
                },
            ]);
        BlockingRules
            .Resolve(card, blocker, "came")
            .Change!.Facts.ShouldBe([new CardFact(TransitionKind.Unblocked) { BlockerId = blocker, Note = "came" }]);
        BlockingRules
            .Abandon(card, "too dear", Now)
            .Change!.Facts.ShouldBe([
                new CardFact(TransitionKind.Abandoned) { FromColumn = Develop.Id, Reason = "too dear" },
            ]);
    }

    [Fact]
    public void Given_an_abandoned_or_archived_card_Then_it_is_not_reopened()
    {
        var finished = Card().In(Done) with { FinishedAt = Now };

        CardRules
            .Reopen(State(Board), finished with { ArchivedAt = Now }, Develop, "?", Now)
            .Refusal.ShouldBe(CardErrors.Archived);
        CardRules
            .Reopen(State(Board), Card() with { AbandonedAt = Now }, Develop, "?", Now)
            .Refusal.ShouldBe(CardErrors.Abandoned);
    }

    [Fact]
    public void Given_work_that_has_not_begun_Then_waiting_elsewhere_does_not_begin_it()
    {
        var card = Card().In(Develop);

        CardRules.Move(State(Board, card), card, ToDo, null, Now).Change!.After.StartedAt.ShouldBeNull();
    }

    [Fact]
    public void Given_the_same_column_Then_it_is_no_move() =>
        CardRules.Move(State(Board), Card().In(Develop), Develop, null, Now).Refusal.ShouldBe(CardErrors.AlreadyThere);

    [Fact]
    public void Given_avatars_Then_owning_twice_and_disowning_what_is_not_owned_are_refused()
    {
        var card = Card().In(Develop) with { Owners = [Kim] };

        OwnershipRules.Own(State(Board), card, Kim).Refusal.ShouldBe(CardErrors.AlreadyOwned);
        OwnershipRules.Disown(card, Guid.CreateVersion7()).Refusal.ShouldBe(CardErrors.NotOwned);
        OwnershipRules.Disown(card, Kim).Change!.AvatarsFreed.ShouldBe([Kim]);
    }
}
