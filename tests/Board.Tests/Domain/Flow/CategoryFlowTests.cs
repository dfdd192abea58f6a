using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Flows;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class CategoryFlowTests
{
    private static readonly DefinitionOfWorkflow Reserving = Policy with
    {
        Allocations =
        [
            new(ColumnKind.InProgress, WorkCategory.Support, Floor: 3, Ceiling: null),
            new(ColumnKind.InProgress, WorkCategory.Project, Floor: 1, Ceiling: 2),
            new(ColumnKind.InProgress, WorkCategory.Enhancement, Floor: 0, Ceiling: 2),
            new(ColumnKind.Committed, WorkCategory.TechnicalDebt, Floor: 5, Ceiling: null),
        ],
    };

    private static readonly FlowItem[] Items =
    [
        Agreed(1, 1, WorkCategory.Support, 0.5, 3, 5),
        Agreed(1, 2, WorkCategory.Project, 4, 3, 4),
        Agreed(2, 5, WorkCategory.Support, 2, 6, null),
        Agreed(3, 3, WorkCategory.Support, 1, 7, 8),
        Agreed(4, 6, WorkCategory.Project, 1, 20, null),
        Agreed(5, -1, WorkCategory.Enhancement, 30, 0, 2),
        Item(8, 9, committed: 8, accepted: 7),
    ];

    [Fact]
    public void Given_items_Then_each_category_has_its_share_of_what_was_finished_of_wip_time_and_of_the_floors()
    {
        var categories = Of(Items).ToDictionary(category => category.Category);

        categories.Keys.ShouldBe(Enum.GetValues<WorkCategory>());
        categories.Values.Select(of => of.Finished).ShouldBe([1, 3, 0, 1]);
        categories.Values.Select(of => of.Share).ShouldBe([0.2, 0.6, 0, 0.2]);
        // In progress for 2, for 2 + 4 + 1 + 1, never, and for 1 of 11 days.
        categories.Values.Select(of => of.WipShare).ShouldBe([2.0 / 11, 8.0 / 11, 0, 1.0 / 11]);
        categories.Values.Select(of => of.TargetShare).ShouldBe([0, 0.75, 0, 0.25]);
    }

    [Fact]
    public void Given_agreements_Then_the_longest_wait_and_the_longest_run_without_a_category_are_told()
    {
        var categories = Of(Items);

        // In the order of their first commitment: 1 (both), 3 and 2 (support), 4 (project).
        categories.Select(of => of.LongestWaitDays).ShouldBe([null, 2, null, 4]);
        categories.Select(of => of.LongestWithoutEntry).ShouldBe([4, 1, 4, 2]);
        CategoryFlow
            .Replenishments(Sample(Days(0, 10), Items))
            .Select(entered => string.Join('+', entered.Order()))
            .ShouldBe(["Support+Project", "Support", "Support", "Project"]);
    }

    [Fact]
    public void Given_nothing_Then_there_are_no_shares()
    {
        var none = CategoryFlow.Of(Sample(Days(0, 10), []));

        none.ShouldAllBe(of => of.Share == null && of.WipShare == null && of.TargetShare == null);
        CategoryFlow.Deviation(none).ShouldBeNull();
    }

    [Fact]
    public void Given_shares_and_targets_Then_their_deviation_is_half_of_all_differences()
    {
        CategoryFlow.Deviation(Of(Items))!.Value.ShouldBe((0.2 + 0.15 + 0 + 0.05) / 2, tolerance: 1e-12);
        CategoryFlow.Deviation(Of(Items).Select(of => of with { Share = of.TargetShare })).ShouldBe(0);
        CategoryFlow.Deviation(Lacking(of => of with { Share = null })).ShouldBeNull();
        CategoryFlow.Deviation(Lacking(of => of with { TargetShare = null })).ShouldBeNull();
    }

    [Fact]
    public void Given_debt_Then_its_stock_is_what_is_on_the_board_at_the_end_with_its_age()
    {
        FlowItem Debt(double committed, double? finished) =>
            Item(committed + 0.5, finished, WorkCategory.TechnicalDebt, committed, committed - 2);

        var debt = DebtFlow.Of(
            Sample(
                Days(0, 20),
                [.. Enumerable.Range(-3, 10).Select(n => Debt(n, null)), Debt(1, 4), Debt(0, 20), Item(1, 2)]
            )
        );

        (debt.In, debt.Out, debt.NetPaydown, debt.Stock, debt.ShareOfThroughput).ShouldBe((9, 1, -8, 10, 0.5));
        (debt.StockAge.Count, debt.StockAge.P50, debt.StockAge.P95).ShouldBe(
            (10, TimeSpan.FromDays(20), TimeSpan.FromDays(25))
        );
        DebtFlow.Of(Sample(Days(0, 10), [])).ShareOfThroughput.ShouldBeNull();
    }

    private static IReadOnlyList<CategoryFlow> Of(FlowItem[] items) =>
        CategoryFlow.Of(Sample(Days(0, 10), items, new SavedWorkflow(Now.AddDays(-90), Reserving)));

    private static IEnumerable<CategoryFlow> Lacking(Func<CategoryFlow, CategoryFlow> without) =>
        Of(Items).Select((of, at) => at == 2 ? without(of) : of);

    private static FlowItem Agreed(
        int outcome,
        double committed,
        WorkCategory category,
        double waited,
        double started,
        double? finished
    ) =>
        Item(started, finished, category, committed, committed - waited) with
        {
            OutcomeId = new Guid(outcome, 0, 0, new byte[8]),
        };
}
