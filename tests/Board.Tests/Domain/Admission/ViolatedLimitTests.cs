using FlowPlatform.Board.Domain.Admission;
using FlowPlatform.Board.Domain.Workflow;
using static FlowPlatform.Board.Tests.Domain.Given;

namespace FlowPlatform.Board.Tests.Domain;

public sealed class ViolatedLimitTests
{
    [Theory]
    [InlineData(LimitKind.Column, "column-limit-reached", "Column 'X' holds 4 cards, its limit is 3.")]
    [InlineData(LimitKind.Group, "group-limit-reached", "The columns of 'X' hold 4 cards, their limit is 3.")]
    [InlineData(LimitKind.CategoryCeiling, "category-ceiling-reached", "X: 4 cards, at most 3 are allowed.")]
    [InlineData(
        LimitKind.CategoryReserve,
        "category-room-reserved",
        "Within X, 4 of 3 places are used or kept for others."
    )]
    [InlineData(LimitKind.Class, "class-limit-reached", "The lane X holds 4 cards, its limit is 3.")]
    [InlineData(LimitKind.Expedite, "expedite-limit-reached", "The expedite lane holds 4 cards, its limit is 3.")]
    [InlineData(LimitKind.Personal, "personal-limit-reached", "4 avatars of this person are placed, the limit is 3.")]
    [InlineData(LimitKind.Suspended, "avatar-suspended", "This person is absent: avatars that are free are suspended.")]
    [InlineData(LimitKind.Gate, "change-approval-required", "Column 'X' asks a regulated card for an approved change.")]
    public void Given_a_kind_Then_its_code_is_stable_and_its_message_tells_limit_and_occupancy(
        object kind,
        string code,
        string message
    )
    {
        var violated = new ViolatedLimit((LimitKind)kind, "X", Max: 3, Occupancy: 4);

        (violated.Code, violated.Message).ShouldBe((code, message));
    }

    [Fact]
    public void Given_a_gate_before_a_limit_Then_the_limit_still_names_the_refusal()
    {
        var gate = new ViolatedLimit(LimitKind.Gate, "Test", 0, 0);
        var full = new ViolatedLimit(LimitKind.Column, "Test", 2, 2);

        AdmissionErrors.Refused([gate, full]).ShouldBe(new(AdmissionErrors.WipLimitCode, full.Message));
        AdmissionErrors.Refused([gate]).ShouldBe(new(AdmissionErrors.GateCode, gate.Message));
    }

    [Fact]
    public void Given_a_regulated_card_in_a_gate_Then_staying_there_asks_for_nothing()
    {
        var (workflow, card) = (Workflow(), Card() with { IsRegulated = true });
        var gate = workflow.Named("Test");

        AdmissionPolicy
            .Decide(State(workflow, card.In(gate)), new(card.In(gate), gate.Id, null))
            .Codes()
            .ShouldBeEmpty();
    }

    [Fact]
    public void Given_every_kind_of_limit_Then_each_has_its_scope_columns_and_maximum()
    {
        var board = Workflow();
        var (develop, test) = (board.Named("Develop").Id, board.Named("Test").Id);
        var workflow = board with
        {
            Groups = [new("build", [develop, test], 3)],
            Allocations = [new(ColumnKind.InProgress, WorkCategory.Support, Floor: 1, Ceiling: 2)],
            ClassLimits = [new(ClassOfService.Intangible, 4)],
            ExpediteLimit = 5,
        };
        var open = workflow.Columns.Take(3).Select(column => column.Id).ToList();

        workflow
            .Limits()
            .Select(limit => (limit.Kind, limit.Scope, limit.Max, string.Join(',', limit.Columns)))
            .ShouldBe([
                (LimitKind.Column, "To do", 8, $"{open[0]}"),
                (LimitKind.Column, "Develop", 2, $"{develop}"),
                (LimitKind.Column, "Test", 2, $"{test}"),
                (LimitKind.Group, "build", 3, $"{develop},{test}"),
                (LimitKind.CategoryCeiling, "Support within InProgress", 2, $"{develop},{test}"),
                (LimitKind.Class, "Intangible", 4, string.Join(',', open)),
                (LimitKind.Expedite, "Expedite", 5, string.Join(',', open)),
            ]);
    }
}
