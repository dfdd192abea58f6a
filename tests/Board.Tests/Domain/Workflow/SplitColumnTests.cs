using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class SplitColumnTests
{
    private static readonly Column Doing = Column("Develop", limit: 2);

    private static readonly DefinitionOfWorkflow Board = new()
    {
        Version = 1,
        Columns =
        [
            Column("To do", ColumnKind.Committed, limit: 8),
            Doing,
            Column("Developed") with
            {
                IsQueue = true,
                DoneOf = Doing.Id,
            },
            Column("Done", ColumnKind.Done),
        ],
        Allocations = [new(ColumnKind.InProgress, WorkCategory.Support, Floor: 1, Ceiling: null)],
    };

    [Fact]
    public void Given_doing_and_done_of_one_column_Then_the_definition_is_possible_and_both_share_one_limit()
    {
        WorkflowRules.Check(Board).IsRefused.ShouldBeFalse();
        Board.CapacityOf(ColumnKind.InProgress).ShouldBe(2);
        var (doing, done) = (Card().In(Doing), Card().In(Board.Columns[2]));

        Decide(State(Board, doing, done), Doing, from: 0).ShouldBe(["column-limit-reached"]);
        Decide(State(Board, doing, done), Board.Columns[2], from: 1).ShouldBeEmpty("it moves within the limit");
        Decide(State(Board, done), Doing, from: 0).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, true, null)]
    [InlineData(2, false, null)]
    [InlineData(2, true, 5)]
    public void Given_a_done_half_elsewhere_or_no_queue_or_with_its_own_limit_Then_it_is_impossible(
        int after,
        bool isQueue,
        int? limit
    )
    {
        var half = Board.Columns[2] with { IsQueue = isQueue, WipLimit = limit, DoneOf = Board.Columns[after - 1].Id };
        var impossible = Board with { Columns = [Board.Columns[0], Doing, half, Board.Columns[3]], Allocations = [] };

        WorkflowRules.Check(impossible).Error.Violations.Select(v => v.Code).ShouldContain("split-column");
    }

    [Fact]
    public void Given_shares_Then_the_bounds_follow_from_them()
    {
        var shared = Board with
        {
            Allocations =
            [
                new(ColumnKind.Committed, WorkCategory.TechnicalDebt, 0, null, Share: 20),
                new(ColumnKind.Committed, WorkCategory.Project, 0, null, Share: 30),
            ],
        };

        CategoryGuarantee
            .Of(shared)
            .ShouldBe([
                new(WorkCategory.TechnicalDebt, 20, DeviationBound: 2, WaitBound: 15),
                new(WorkCategory.Project, 30, DeviationBound: 2, WaitBound: 10),
            ]);
        CategoryGuarantee.Of(Board).ShouldBeEmpty();
    }

    private static string[] Decide(BoardState state, Column to, int from) =>
        AdmissionPolicy.Decide(state, new(Card().In(Board.Columns[from]), to.Id, null)).Codes();
}
