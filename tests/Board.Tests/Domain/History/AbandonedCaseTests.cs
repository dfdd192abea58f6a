using static FlowPlatform.Board.Domain.History.CaseState;
using static FlowPlatform.Board.Tests.Domain.Given;
using static FlowPlatform.Board.Tests.Domain.ReplayedCases;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class AbandonedCaseTests
{
    [Fact]
    public void Given_a_case_is_abandoned_Then_the_card_leaves_the_board_with_its_owner_and_its_blocker()
    {
        var (card, facts) = Replayed(
            On(1, Working, by: "Kim"),
            On(2, Blocked, why: "Supplier", by: "Kim"),
            On(4, Abandoned, by: "Kim"),
            On(5, Abandoned, by: "Kim")
        );

        facts
            .SkipWhile(fact => !fact.StartsWith('4'))
            .ShouldBe(["4 Unblocked FS-1 blocker 3", "4 OwnersChanged", "4 Abandoned as the log says"]);
        (card.ColumnId, card.AbandonedAt, card.FinishedAt).ShouldBe((null, Now.AddDays(4), null));
        (card.IsOpen, card.Owners.Count, card.OpenBlockers.Count).ShouldBe((false, 0, 0));
    }

    [Fact]
    public void Given_it_is_taken_up_again_Then_it_went_on_all_the_while()
    {
        var (card, facts) = Replayed(On(1, Working), On(2, Abandoned), On(3, Working), On(4, Done));

        facts.ShouldBe([
            "0 Placed > To do",
            "1 Moved To do > Develop",
            "4 Moved Develop > Done",
            "4 Finished Develop > Done",
        ]);
        (card.AbandonedAt, card.FinishedAt).ShouldBe((null, Now.AddDays(4)));
    }

    [Fact]
    public void Given_what_is_done_is_abandoned_afterwards_Then_it_stays_done()
    {
        var (card, facts) = Replayed(On(1, Done), On(2, Abandoned));

        facts.Length.ShouldBe(3);
        (card.FinishedAt, card.AbandonedAt).ShouldBe((Now.AddDays(1), null));
    }

    [Fact]
    public void Given_it_is_abandoned_before_anything_else_Then_it_ends_where_it_waited()
    {
        var (card, facts) = Replayed(On(-1, Abandoned));

        facts.ShouldBe(["0 Placed > To do", "0 Abandoned as the log says"]);
        card.AbandonedAt.ShouldBe(Now);
    }
}
