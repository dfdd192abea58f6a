using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class AdmissionPolicyTests
{
    private static readonly DefinitionOfWorkflow Board = Workflow();
    private static readonly Column Develop = Board.Named("Develop");

    [Fact]
    public void Given_room_everywhere_Then_a_card_is_admitted() =>
        Decide(State(Board, Card().In(Develop)), Card(), Develop).ShouldBeEmpty();

    [Fact]
    public void Given_a_full_column_Then_the_card_is_refused_with_the_limit_and_its_occupancy()
    {
        var state = State(Board, Card().In(Develop), Card().In(Develop));

        var refused = AdmissionPolicy.Decide(state, new(Card(), Develop.Id, null)).ShouldBeOfType<Admission.Refused>();

        refused
            .Violated.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                limit => limit.Code.ShouldBe("column-limit-reached"),
                limit => limit.Max.ShouldBe(2),
                limit => limit.Occupancy.ShouldBe(2),
                limit => limit.Scope.ShouldBe("Develop")
            );
    }

    [Fact]
    public void Given_several_violated_limits_Then_all_are_reported_together()
    {
        var workflow = Board with
        {
            Groups = [new("build", [Develop.Id, Board.Named("Test").Id], 2)],
            Allocations = [new(ColumnKind.InProgress, WorkCategory.Support, Floor: 0, Ceiling: 1)],
            ClassLimits = [new(ClassOfService.Standard, 2)],
        };
        var state = State(workflow, Card().In(Develop), Card().In(Develop)) with
        {
            PlacedAvatars = new Dictionary<Guid, int> { [Kim] = 2 },
        };

        AdmissionPolicy
            .Decide(state, new(Card(), Develop.Id, Kim))
            .Codes()
            .ShouldBe([
                "column-limit-reached",
                "group-limit-reached",
                "category-ceiling-reached",
                "class-limit-reached",
                "personal-limit-reached",
            ]);
    }

    [Fact]
    public void Given_a_limit_lowered_below_what_is_there_Then_leaving_and_moving_within_its_scope_stay_possible()
    {
        var test = Board.Named("Test");
        var workflow = Board with { Groups = [new("build", [Develop.Id, test.Id], 1)] };
        var card = Card().In(Develop);
        var state = State(workflow, card, Card().In(Develop));

        Decide(state, card, test).ShouldBeEmpty();
        Decide(state, card, Board.CommitmentColumn).ShouldBeEmpty();
        Decide(state, Card(), test).ShouldBe(["group-limit-reached"]);
    }

    [Fact]
    public void Given_room_that_is_kept_for_another_category_Then_only_that_category_enters()
    {
        var workflow = Board with
        {
            Allocations = [new(ColumnKind.Committed, WorkCategory.TechnicalDebt, Floor: 2, Ceiling: null)],
        };
        var todo = workflow.CommitmentColumn;
        var state = State(workflow, [.. Enumerable.Range(0, 6).Select(_ => Card().In(todo))]);

        Decide(state, Card(), todo).ShouldBe(["category-room-reserved"]);
        Decide(state, Card(WorkCategory.TechnicalDebt), todo).ShouldBeEmpty();
    }

    [Fact]
    public void Given_floors_that_came_when_others_had_filled_their_room_Then_who_lacks_of_its_floor_enters_what_is_left()
    {
        var workflow = Board with
        {
            Allocations =
            [
                new(ColumnKind.Committed, WorkCategory.TechnicalDebt, Floor: 4, Ceiling: null),
                new(ColumnKind.Committed, WorkCategory.Project, Floor: 4, Ceiling: null),
            ],
        };
        var todo = workflow.CommitmentColumn;
        var state = State(workflow, [.. Enumerable.Range(0, 5).Select(_ => Card().In(todo))]);

        Decide(state, Card(WorkCategory.TechnicalDebt), todo).ShouldBeEmpty();
        Decide(state, Card(), todo).ShouldBe(["category-room-reserved"]);
    }

    [Fact]
    public void Given_full_columns_Then_expedite_enters_its_own_lane_and_is_bounded_by_it()
    {
        var expedite = Card(classOfService: ClassOfService.Expedite);
        var state = State(Board, Card().In(Develop), Card().In(Develop));

        Decide(state, expedite, Develop).ShouldBeEmpty();
        var second = State(Board, expedite.In(Develop));
        Decide(second, Card(classOfService: ClassOfService.Expedite), Develop).ShouldBe(["expedite-limit-reached"]);
    }

    [Fact]
    public void Given_an_expedite_card_Then_it_takes_no_room_of_the_others()
    {
        var state = State(Board, Card(classOfService: ClassOfService.Expedite).In(Develop), Card().In(Develop));

        Decide(state, Card(), Develop).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Develop", "Test", true)]
    [InlineData("Develop", "Done", true)]
    [InlineData("Test", "Done", true)]
    [InlineData("To do", "Develop", false)]
    [InlineData("Test", "Develop", false)]
    public void Given_a_regulated_card_without_approved_change_Then_gates_are_closed_on_the_way(
        string from,
        string to,
        bool closed
    )
    {
        var card = Card().In(Board.Named(from)) with { IsRegulated = true };
        var state = State(Board, card);
        string[] expected = closed ? ["change-approval-required"] : [];

        Decide(state, card, Board.Named(to)).ShouldBe(expected);
        Decide(state with { HasApprovedChange = true }, card, Board.Named(to)).ShouldBeEmpty();
        Decide(state, card with { IsRegulated = false }, Board.Named(to)).ShouldBeEmpty();
    }

    [Fact]
    public void Given_both_avatars_placed_Then_a_third_is_refused_and_one_that_stands_there_serves_again()
    {
        var state = State(Board) with { PlacedAvatars = new Dictionary<Guid, int> { [Kim] = 2 } };

        OwnershipRules.Own(state, Card().In(Develop), Kim).Violated[0].Code.ShouldBe("personal-limit-reached");
        AdmissionPolicy
            .Decide(state, new(Card() with { Owners = [Kim] }, Develop.Id, Kim))
            .ShouldBeOfType<Admission.Admitted>();
    }

    [Fact]
    public void Given_only_a_closed_gate_Then_the_refusal_is_named_after_it_and_else_after_the_limit()
    {
        var card = Card().In(Develop) with { IsRegulated = true };
        var test = Board.Named("Test");

        CardRules.Move(State(Board, card), card, test, null, Now).Refusal!.Code.ShouldBe("change-approval-required");
        CardRules
            .Move(State(Board, card, Card().In(test), Card().In(test)), card, test, null, Now)
            .Refusal!.Code.ShouldBe("wip-limit-exceeded");
    }

    private static string[] Decide(BoardState state, CardState card, Column to) =>
        AdmissionPolicy.Decide(state, new(card, to.Id, AvatarOf: null)).Codes();
}
