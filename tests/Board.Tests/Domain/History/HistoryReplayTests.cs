using FlowPlatform.Board.Domain.History;
using static FlowPlatform.Board.Domain.History.CaseState;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;
using static FlowPlatform.Board.Tests.Domain.ReplayedCases;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>Cases are opened Now; a day is one from then on.</summary>
public sealed class HistoryReplayTests
{
    private static readonly CaseChange[] FromOpenToDone =
    [
        On(1, Working, by: "Kim"),
        On(2, Blocked, why: "Supplier", by: "Kim"),
        On(3, Working, by: "Lee"),
        On(5, Done, by: "Lee"),
    ];

    [Fact]
    public void Given_a_case_from_its_opening_to_its_end_Then_all_that_happened_is_told_at_its_time()
    {
        var (card, facts) = Replayed(FromOpenToDone);

        facts.ShouldBe([
            "0 Placed > To do",
            "1 Moved To do > Develop",
            "1 OwnersChanged assignee Kim",
            "2 Blocked FS-1 blocker 3 Supplier",
            "3 Unblocked FS-1 blocker 3",
            "3 OwnersChanged assignee Lee",
            "5 Moved Develop > Done",
            "5 Finished Develop > Done",
            "5 OwnersChanged",
        ]);
        (card.StartedAt, card.FinishedAt).ShouldBe((Now.AddDays(1), Now.AddDays(5)));
        (card.ColumnId, card.ReopenCount, card.Version).ShouldBe((Policy.FirstDone.Id, 0, 9));
        (card.Key, card.Owners.Count, card.OpenBlockers.Count).ShouldBe(("FS-1", 0, 0));
    }

    [Fact]
    public void Given_changes_in_any_order_Then_they_are_taken_in_that_of_time() =>
        Replayed([.. FromOpenToDone.Reverse()]).Facts.ShouldBe(Replayed(FromOpenToDone).Facts);

    [Fact]
    public void Given_no_change_Then_the_card_waits_and_nobody_began()
    {
        var (card, facts) = Replayed();

        facts.ShouldBe(["0 Placed > To do"]);
        (card.ColumnId, card.StartedAt, card.FinishedAt).ShouldBe((Policy.CommitmentColumn.Id, null, null));
    }

    [Fact]
    public void Given_a_change_before_the_opening_Then_it_happened_with_it()
    {
        var (card, facts) = Replayed(On(-2, Working), On(1, Waiting));

        facts.ShouldBe(["0 Placed > To do", "0 Moved To do > Develop", "1 Moved Develop > To do"]);
        // Back in To do it is begun all the same.
        card.StartedAt.ShouldBe(Now);
    }

    [Fact]
    public void Given_changes_before_the_opening_Then_their_own_times_tell_which_came_first() =>
        Replayed(On(-1, Waiting), On(-2, Working))
            .Facts.ShouldBe(["0 Placed > To do", "0 Moved To do > Develop", "0 Moved Develop > To do"]);

    [Fact]
    public void Given_a_case_that_is_opened_again_Then_each_time_counts_and_its_first_beginning_stays()
    {
        var (card, facts) = Replayed(On(1, Done), On(2, Working), On(3, Done), On(4, Waiting), On(5, Working));

        facts.ShouldBe([
            "0 Placed > To do",
            "1 Moved To do > Done",
            "1 Finished To do > Done",
            "2 Reopened Done > Develop",
            "3 Moved Develop > Done",
            "3 Finished Develop > Done",
            "4 Reopened Done > To do",
            "5 Moved To do > Develop",
        ]);
        (card.StartedAt, card.FinishedAt, card.ReopenCount).ShouldBe((Now.AddDays(1), null, 2));
    }

    [Fact]
    public void Given_a_state_with_a_column_of_its_own_Then_the_card_is_moved_there_and_blocked_where_it_stands()
    {
        var (card, facts) = Replayed(On(1, Working) with { Column = "test" }, On(2, Blocked, why: "Supplier"));

        facts.ShouldBe(["0 Placed > To do", "1 Moved To do > Test", "2 Blocked FS-1 blocker 2 Supplier"]);
        card.OpenBlockers.Select(Text).ShouldBe(["FS-1 blocker 2"]);
    }

    [Fact]
    public void Given_a_case_is_blocked_before_work_or_after_it_ended_Then_each_reason_is_a_blocker_where_work_begins()
    {
        var (_, facts) = Replayed(
            On(1, Blocked, why: "Supplier"),
            On(2, Blocked, why: "Supplier"),
            On(3, Blocked, why: "Information"),
            On(4, Done),
            On(5, Blocked, why: "Supplier")
        );

        facts.ShouldBe([
            "0 Placed > To do",
            "1 Moved To do > Develop",
            "1 Blocked FS-1 blocker 2 Supplier",
            "3 Unblocked FS-1 blocker 2",
            "3 Blocked FS-1 blocker 4 Information",
            "4 Unblocked FS-1 blocker 4",
            "4 Moved Develop > Done",
            "4 Finished Develop > Done",
            "5 Reopened Done > Develop",
            "5 Blocked FS-1 blocker 9 Supplier",
        ]);
    }

    [Fact]
    public void Given_an_open_case_Then_who_has_it_owns_the_card_and_only_a_change_of_that_is_told()
    {
        var (card, facts) = Replayed(On(1, Waiting, by: "Kim"), On(2, Waiting), On(3, Working, by: "Lee"));

        facts
            .Where(fact => fact.Contains("Owners", StringComparison.Ordinal))
            .ShouldBe(["1 OwnersChanged assignee Kim", "2 OwnersChanged", "3 OwnersChanged assignee Lee"]);
        card.Owners.Select(Text).ShouldBe(["assignee Lee"]);
    }
}
