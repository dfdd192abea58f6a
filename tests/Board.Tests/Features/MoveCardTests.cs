using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Contracts.Audit;
using FlowPlatform.Contracts.Board;
using FlowPlatform.Contracts.ChangeApproval;
using FlowPlatform.TestKit;
using Microsoft.EntityFrameworkCore;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

public sealed class MoveCardTests(BoardFixture fixture) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task Given_a_pull_Then_card_avatar_history_and_messages_tell_of_it()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();

        var moved = await scene.MoveAsync(scene.Member, card, "Analyse");

        moved.StatusCode.ShouldBe(HttpStatusCode.OK);
        var detail = await scene.CardAsync(card);
        detail.Card.Column.ShouldBe("Analyse");
        detail.Card.Owners.ShouldBe([scene.MemberPerson.Id]);
        detail.Card.StartedAt.ShouldNotBeNull();
        detail
            .History.Select(row => row.Kind)
            .ShouldBe([TransitionKind.Placed, TransitionKind.Moved, TransitionKind.OwnersChanged]);
        detail
            .History[1]
            .ShouldSatisfyAllConditions(
                row => row.FromColumn.ShouldBe("To do"),
                row => row.ToColumn.ShouldBe("Analyse"),
                row => row.By.ShouldBe(scene.MemberPerson.Id),
                row => row.WorkflowVersion.ShouldBe(1)
            );
        await fixture.Messages.ArrivesAsync<CardMoved>(m => m.WorkItemId == card && m.ToColumnKind == "InProgress");
        await fixture.Messages.ArrivesAsync<CardOwnersChanged>(m => m.WorkItemId == card && m.Version == 3);
        await fixture.Messages.ArrivesAsync<AuditFactRecorded>(fact =>
            fact.SubjectId == card && fact.Action == "card-moved"
        );
    }

    [Fact]
    public async Task Given_a_full_column_Then_409_names_the_limit_and_who_takes_the_room()
    {
        var scene = await WithAsync(fixture);
        var cards = await scene.PlaceManyAsync(4);
        foreach (var card in cards.Take(3))
        {
            await scene.MovedAsync(card, "Analyse");
        }

        var refused = await ProblemAsync(
            await scene.MoveAsync(scene.Member, cards[3], "Analyse", pull: false),
            HttpStatusCode.Conflict
        );

        refused.Code.ShouldBe("wip-limit-exceeded");
        var violation = refused.Violations!.ShouldHaveSingleItem();
        violation.Code.ShouldBe("column-limit-reached");
        (violation.Scope, violation.Limit, violation.Occupancy).ShouldBe(("Analyse", 3, 3));
        violation.Occupants.ShouldBe(["FS-1", "FS-2", "FS-3"]);
        (await scene.CardAsync(cards[3])).Card.Column.ShouldBe("To do");
        await fixture.Messages.ArrivesAsync<MoveRefused>(m => m.WorkItemId == cards[3] && m.ToColumn == "Analyse");
    }

    [Fact]
    public async Task Given_two_avatars_placed_on_two_boards_Then_a_third_pull_is_refused_and_finishing_frees_one()
    {
        var scene = await WithAsync(fixture);
        var other = await WithAsync(fixture, team: scene.Team);
        var cards = await scene.PlaceManyAsync(2);
        var elsewhere = await other.PlaceAsync();
        await scene.MovedAsync(cards[0], "Analyse", pull: true);
        (await other.MoveAsync(scene.Member, elsewhere, "Analyse", pull: true)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var refused = await ProblemAsync(
            await scene.MoveAsync(scene.Member, cards[1], "Develop"),
            HttpStatusCode.Conflict
        );
        refused.Violations!.ShouldHaveSingleItem().Code.ShouldBe("personal-limit-reached");

        (await scene.Member.PostAsync($"/board/cards/{cards[0]}:finish", null, Ct)).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        await scene.MovedAsync(cards[1], "Develop", pull: true);
    }

    [Fact]
    public async Task Given_people_outside_of_the_team_Then_they_get_403_and_nothing_moves()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();

        (
            await ProblemAsync(await scene.MoveAsync(scene.Stranger, card, "Analyse"), HttpStatusCode.Forbidden)
        ).Code.ShouldBe("not-on-the-team");
        (await scene.MoveAsync(scene.ClientFor(TestPerson.Admin()), card, "Analyse")).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await scene.CardAsync(card)).Card.Column.ShouldBe("To do");
    }

    [Fact]
    public async Task Given_a_regulated_card_Then_the_gate_opens_with_the_approved_change_and_closes_when_it_lapses()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync(scene.Commitment(regulated: true));
        await scene.MovedAsync(card, "Test");
        var (change, by, now) = (Guid.CreateVersion7(), Guid.CreateVersion7(), TimeProvider.System.GetUtcNow());

        var refused = await ProblemAsync(
            await scene.MoveAsync(scene.Member, card, "Deploy", pull: false),
            HttpStatusCode.Conflict
        );
        refused.Code.ShouldBe("change-approval-required");
        (await scene.MoveAsync(scene.Member, card, "Done")).StatusCode.ShouldBe(HttpStatusCode.Conflict);

        await fixture.Messages.PublishAsync(new ChangeRaised(change, card, 1, scene.Team, "Normal", now, by));
        await fixture.Messages.PublishAsync(new ChangeApproved(change, card, 3, 1, now, by));
        await Eventually.Holds(async () => (await scene.CardAsync(card)).HasApprovedChange, "the approval arrives");
        await scene.MovedAsync(card, "Deploy");

        await fixture.Messages.PublishAsync(new ApprovalLapsed(change, card, 2, 1, ["scope"], by, now, by));
        await fixture.Messages.PublishAsync(new ApprovalLapsed(change, card, 4, 1, ["scope"], by, now, by));
        await Eventually.Holds(async () => !(await scene.CardAsync(card)).HasApprovedChange, "the approval lapses");
        (await scene.MoveAsync(scene.Member, card, "Done")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await scene.CardAsync(card))
            .History.Select(row => row.Kind)
            .Where(kind =>
                kind is TransitionKind.ApprovalRequested or TransitionKind.ApprovalGiven or TransitionKind.ApprovalLost
            )
            .ShouldBe([TransitionKind.ApprovalRequested, TransitionKind.ApprovalGiven, TransitionKind.ApprovalLost]);
    }

    [Fact]
    public async Task Given_positions_Then_the_column_keeps_that_order()
    {
        var scene = await WithAsync(fixture);
        var cards = await scene.PlaceManyAsync(3);
        await scene.MovedAsync(cards[2], "To do", position: 0);
        await scene.MovedAsync(cards[0], "To do", position: 1);

        var shown = await scene.ShownAsync();

        shown.Columns[0].Cards.Select(card => card.Id).ShouldBe([cards[2], cards[0], cards[1]]);
    }

    [Fact]
    public async Task Given_bad_input_Then_400_404_409_and_412()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();

        (await scene.MoveAsync(scene.Member, Guid.CreateVersion7(), "Analyse")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await scene.MoveAsync(scene.Member, card, "Nowhere")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await scene.MoveAsync(scene.Member, card, "Analyse", position: -1)).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await scene.MoveAsync(scene.Member, card, "To do")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        using var stale = new HttpRequestMessage(HttpMethod.Post, $"/board/cards/{card}/moves")
        {
            Content = JsonContent.Create(new { toColumn = "Analyse" }),
        };
        stale.Headers.TryAddWithoutValidation("If-Match", "\"7\"");
        (await scene.Member.SendAsync(stale, Ct)).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task Given_an_idempotency_key_twice_Then_one_effect_and_the_same_answer()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        var client = scene.ClientFor(scene.MemberPerson);
        client.DefaultRequestHeaders.Add("Idempotency-Key", "once");

        var first = await scene.MoveAsync(client, card, "Analyse");
        var second = await scene.MoveAsync(client, card, "Analyse");

        second.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await second.Content.ReadAsStringAsync(Ct)).ShouldBe(await first.Content.ReadAsStringAsync(Ct));
        var history = await fixture.WithDatabaseAsync<BoardDbContext, int>(db =>
            db.Transitions.CountAsync(row => row.CardId == card && row.Kind == TransitionKind.Moved, Ct)
        );
        history.ShouldBe(1);
    }
}
