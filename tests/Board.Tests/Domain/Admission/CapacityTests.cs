using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

/// <summary>What a session may fill: never more than what admission would let in, nor less.</summary>
public sealed class CapacityTests
{
    private static readonly DefinitionOfWorkflow Board = Workflow();
    private static readonly Column ToDo = Board.Named("To do");

    [Fact]
    public void Given_cards_in_to_do_Then_the_rest_of_its_limit_is_free_and_other_columns_do_not_matter()
    {
        var capacity = Capacity.Of(
            Board,
            Occupancy(Card().In(ToDo), Card().In(ToDo), Card().In(Board.Named("Develop")))
        );

        capacity.FreeSlots.ShouldBe(6);
        capacity.FreeByCategory.ShouldBe(
            Enum.GetValues<WorkCategory>().ToDictionary(category => category, _ => 6),
            ignoreOrder: true
        );
        capacity.Reserved.ShouldBeEmpty();
        capacity.Shares.ShouldBeEmpty();
    }

    [Fact]
    public void Given_an_expedite_card_or_a_lane_of_a_class_Then_neither_takes_of_the_room()
    {
        var workflow = Board with { ClassLimits = [new(ClassOfService.Standard, 1)], ExpediteLimit = 1 };
        var expedite = Card(classOfService: ClassOfService.Expedite).In(ToDo);

        Capacity.Of(workflow, Occupancy(expedite)).FreeSlots.ShouldBe(8);
    }

    [Fact]
    public void Given_a_ceiling_Then_it_bounds_its_own_category_alone()
    {
        var workflow = Board with
        {
            Allocations = [new(ColumnKind.Committed, WorkCategory.Support, Floor: 0, Ceiling: 2)],
        };

        var capacity = Capacity.Of(workflow, Occupancy(Card().In(ToDo)));

        (capacity.FreeSlots, capacity.FreeByCategory[WorkCategory.Support]).ShouldBe((7, 1));
        capacity.FreeByCategory[WorkCategory.Project].ShouldBe(7);
        capacity.Reserved[WorkCategory.Support].ShouldBe(0);
    }

    [Fact]
    public void Given_a_floor_that_is_not_met_Then_its_room_is_reserved_and_the_others_have_less()
    {
        var workflow = Board with
        {
            Allocations = [new(ColumnKind.Committed, WorkCategory.TechnicalDebt, Floor: 3, Ceiling: null, Share: 25)],
        };

        var capacity = Capacity.Of(workflow, Occupancy(Card(WorkCategory.TechnicalDebt).In(ToDo), Card().In(ToDo)));

        capacity.Reserved.ShouldBe(new Dictionary<WorkCategory, int> { [WorkCategory.TechnicalDebt] = 2 });
        capacity.FreeByCategory[WorkCategory.TechnicalDebt].ShouldBe(6);
        capacity.FreeByCategory[WorkCategory.Support].ShouldBe(4);
        capacity.Shares.ShouldBe(new Dictionary<WorkCategory, int> { [WorkCategory.TechnicalDebt] = 25 });
    }

    [Fact]
    public void Given_a_column_full_of_others_Then_what_is_owed_is_still_free_for_its_category_only()
    {
        var workflow = Board with
        {
            Columns = [ToDo with { WipLimit = 4 }, .. Board.Columns.Skip(1)],
            Allocations =
            [
                new(ColumnKind.Committed, WorkCategory.TechnicalDebt, Floor: 1, Ceiling: null),
                new(ColumnKind.InProgress, WorkCategory.Project, Floor: 1, Ceiling: null),
            ],
        };

        var capacity = Capacity.Of(workflow, Occupancy(Card().In(ToDo), Card().In(ToDo), Card().In(ToDo)));

        capacity.FreeByCategory[WorkCategory.TechnicalDebt].ShouldBe(1);
        capacity.FreeByCategory[WorkCategory.Support].ShouldBe(0);
        capacity.Reserved.Keys.ShouldBe([WorkCategory.TechnicalDebt], "floors of other columns reserve nothing here");
    }

    [Fact]
    public void Given_a_limit_below_what_is_there_Then_nothing_is_free_and_not_less_than_nothing()
    {
        var workflow = Board with { Columns = [ToDo with { WipLimit = 1 }, .. Board.Columns.Skip(1)] };

        var capacity = Capacity.Of(workflow, Occupancy(Card().In(ToDo), Card().In(ToDo)));

        (capacity.FreeSlots, capacity.FreeByCategory[WorkCategory.Support]).ShouldBe((0, 0));
    }

    [Fact]
    public void Given_another_figure_anywhere_Then_it_is_another_capacity()
    {
        var workflow = Board with
        {
            Allocations =
            [
                new(ColumnKind.Committed, WorkCategory.TechnicalDebt, Floor: 2, Ceiling: 3, Share: 25),
                new(ColumnKind.Committed, WorkCategory.Support, Floor: 0, Ceiling: 5),
            ],
        };
        var capacity = Capacity.Of(workflow, Occupancy(Card().In(ToDo)));

        capacity.IsSameAs(Capacity.Of(workflow, Occupancy(Card().In(ToDo)))).ShouldBeTrue();
        capacity.IsSameAs(capacity with { FreeSlots = 1 }).ShouldBeFalse();
        capacity.IsSameAs(capacity with { FreeByCategory = With(capacity.FreeByCategory, 0) }).ShouldBeFalse();
        capacity.IsSameAs(capacity with { Reserved = With(capacity.Reserved, 0) }).ShouldBeFalse();
        capacity.IsSameAs(capacity with { Shares = With(capacity.Shares, 30) }).ShouldBeFalse();
    }

    private static Dictionary<WorkCategory, int> With(IReadOnlyDictionary<WorkCategory, int> figures, int debt) =>
        new(figures) { [WorkCategory.TechnicalDebt] = debt };
}
