using FlowPlatform.Board.Domain.Admission;

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
}
