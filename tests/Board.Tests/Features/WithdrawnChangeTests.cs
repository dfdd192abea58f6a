using System.Net;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Contracts.ChangeApproval;
using FlowPlatform.TestKit;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

public sealed class WithdrawnChangeTests(BoardFixture fixture) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task Given_an_approved_change_that_is_withdrawn_Then_the_gate_is_closed_again()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync(scene.Commitment(regulated: true));
        await scene.MovedAsync(card, "Test");
        var (change, by, now) = (Guid.CreateVersion7(), Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());
        await fixture.Messages.PublishAsync(new ChangeApproved(change, card, 3, 1, now, by));
        await Eventually.Holds(async () => (await scene.CardAsync(card)).HasApprovedChange, "the approval arrives");

        await fixture.Messages.PublishAsync(new ChangeWithdrawn(change, card, 4, now, by));

        await Eventually.Holds(async () => !(await scene.CardAsync(card)).HasApprovedChange, "the withdrawal arrives");
        var refused = await ProblemAsync(
            await scene.MoveAsync(scene.Member, card, "Deploy", pull: false),
            HttpStatusCode.Conflict
        );
        refused.Code.ShouldBe("change-approval-required");
        (await scene.CardAsync(card)).History.ShouldContain(row => row.Kind == TransitionKind.ApprovalLost);
    }
}
