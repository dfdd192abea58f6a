using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Standup;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class StandupWalkTests
{
    private static readonly DefinitionOfWorkflow Board = Workflow() with
    {
        Expectations = [new(null, null, Days: 10, 0.85), new(WorkCategory.Project, null, Days: 40, 0.85)],
    };

    private static readonly Column Develop = Board.Named("Develop");

    [Fact]
    public void Given_cards_everywhere_Then_the_walk_goes_right_to_left_and_the_most_urgent_first()
    {
        var flowing = Started(2, owned: true);
        var unowned = Started(3);
        var stalled = Started(6, owned: true);
        var late = Started(20, owned: true);
        var blocked = Started(1, owned: true) with { OpenBlockers = [Guid.CreateVersion7()] };
        var nearDone = Started(1, owned: true) with { ColumnId = Board.Named("Test").Id };
        var waiting = Card().In(Board.CommitmentColumn);
        StandupCard[] cards =
        [
            .. new[] { flowing, unowned, late, blocked, nearDone, waiting }.Select(card => new StandupCard(
                card,
                Now.AddDays(-1)
            )),
            new(stalled, Now.AddDays(-4)),
        ];

        var walk = StandupWalk.Order(Board, cards, Now);

        walk.Select(step => step.Card.Card.Id)
            .ShouldBe([nearDone.Id, blocked.Id, late.Id, stalled.Id, unowned.Id, flowing.Id]);
        walk.Skip(1).Select(step => step.Reason).ShouldBe(Enum.GetValues<StandupReason>());
    }

    [Fact]
    public void Given_an_expectation_of_its_category_Then_that_one_counts()
    {
        var project = Started(20, owned: true) with { Category = WorkCategory.Project };

        StandupWalk.Reason(Board, new(project, Now), Now).ShouldBe(StandupReason.Flowing);
        StandupWalk
            .Reason(Board, new(project with { StartedAt = Now.AddDays(-41) }, Now), Now)
            .ShouldBe(StandupReason.BeyondExpectation);
    }

    [Theory]
    [InlineData(WorkCategory.Support, ClassOfService.Standard, 10)]
    [InlineData(WorkCategory.Project, ClassOfService.Standard, 40)]
    [InlineData(WorkCategory.Support, ClassOfService.FixedDate, 5)]
    [InlineData(WorkCategory.Project, ClassOfService.FixedDate, 20)]
    public void Given_several_expectations_Then_the_one_that_says_most_about_the_card_counts_and_its_last_instant_is_in_time(
        WorkCategory category,
        ClassOfService classOfService,
        int days
    )
    {
        var board = Board with
        {
            Expectations =
            [
                .. Board.Expectations,
                new(null, ClassOfService.FixedDate, Days: 5, 0.85),
                new(WorkCategory.Project, ClassOfService.FixedDate, Days: 20, 0.85),
            ],
        };
        var card = Started(days, owned: true) with { Category = category, ClassOfService = classOfService };

        StandupWalk.Reason(board, new(card, Now), Now).ShouldBe(StandupReason.Flowing);
        StandupWalk.Reason(board, new(card, Now), Now.AddTicks(1)).ShouldBe(StandupReason.BeyondExpectation);
    }

    [Fact]
    public void Given_no_change_for_three_days_Then_it_stalls_the_instant_after()
    {
        var card = new StandupCard(Started(5, owned: true), Now);
        var threeDaysOn = Now.AddDays(3);

        StandupWalk.Reason(Board, card, threeDaysOn).ShouldBe(StandupReason.Flowing);
        StandupWalk.Reason(Board, card, threeDaysOn.AddTicks(1)).ShouldBe(StandupReason.Stalled);
    }

    [Fact]
    public void Given_cards_with_the_same_reason_Then_the_oldest_comes_first_and_of_the_same_age_always_the_same()
    {
        var young = Started(1, owned: true);
        var old = Started(9, owned: true);
        var twins = new[] { Started(4, owned: true), Started(4, owned: true) }.OrderBy(card => card.Id).ToArray();
        StandupCard[] cards = [.. new[] { young, twins[1], old, twins[0] }.Select(card => new StandupCard(card, Now))];

        Ids(cards).ShouldBe([old.Id, twins[0].Id, twins[1].Id, young.Id]);
        Ids([.. cards.Reverse()]).ShouldBe(Ids(cards));

        static List<Guid> Ids(StandupCard[] cards) =>
            [.. StandupWalk.Order(Board, cards, Now).Select(step => step.Card.Card.Id)];
    }

    private static CardState Started(int daysAgo, bool owned = false) =>
        Card().In(Develop) with
        {
            StartedAt = Now.AddDays(-daysAgo),
            Owners = owned ? [Kim] : [],
        };
}
