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

    private static CardState Started(int daysAgo, bool owned = false) =>
        Card().In(Develop) with
        {
            StartedAt = Now.AddDays(-daysAgo),
            Owners = owned ? [Kim] : [],
        };
}
