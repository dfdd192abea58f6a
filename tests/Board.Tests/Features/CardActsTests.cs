using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Features.Cards;
using FlowPlatform.Board.Features.People;
using FlowPlatform.Contracts.Board;
using FlowPlatform.Contracts.Identity;
using FlowPlatform.TestKit;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

public sealed class CardActsTests(BoardFixture fixture) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task Given_a_blocker_Then_the_card_stands_until_it_is_resolved()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();

        (await PostAsync(scene.Member, card, "/blockers", new { note = "no reason" })).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (
            await PostAsync(scene.Member, card, "/blockers", new { reason = "Supplier", note = "late" })
        ).StatusCode.ShouldBe(HttpStatusCode.OK);
        (
            await ProblemAsync(await scene.MoveAsync(scene.Member, card, "Analyse"), HttpStatusCode.Conflict)
        ).Code.ShouldBe("card-blocked");
        var blocker = (await scene.CardAsync(card)).Blockers.ShouldHaveSingleItem();
        blocker.Reason.ShouldBe(BlockerReason.Supplier);
        var resolve = $"/blockers/{blocker.Id}:resolve";
        (await PostAsync(scene.Member, card, resolve, new { note = "came" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(scene.Member, card, resolve, new { })).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var detail = await scene.CardAsync(card);
        detail.Card.IsBlocked.ShouldBeFalse();
        detail.Blockers[0].ResolvedAt.ShouldNotBeNull();
        detail
            .History.Select(row => row.Kind)
            .ShouldBe([TransitionKind.Placed, TransitionKind.Blocked, TransitionKind.Unblocked]);
        await fixture.Messages.ArrivesAsync<CardUnblocked>(m => m.WorkItemId == card);
    }

    [Fact]
    public async Task Given_an_open_card_Then_its_waste_account_so_far_adds_up_and_an_unknown_one_has_none()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        await scene.MovedAsync(card, "Analyse", pull: true);
        await OkAsync(PostAsync(scene.Member, card, "/blockers", new { reason = "Supplier", note = "late" }));

        var waste = await scene.Member.GetFromJsonAsync<CardWasteResponse>($"/board/cards/{card}/waste", Json, Ct);

        waste!
            .Causes.Select(cause => (cause.Class, cause.Reason))
            .ShouldBe([("Blocked", "Supplier"), ("Queue", null), ("Active", null)], ignoreOrder: true);
        waste.Ticks.ShouldBe((waste.To - waste.From).Ticks);
        waste.Causes.Sum(cause => cause.Ticks).ShouldBe(waste.Ticks);
        var unknown = new Uri($"/board/cards/{scene.Team}/waste", UriKind.Relative);
        (await ProblemAsync(await scene.Member.GetAsync(unknown, Ct), HttpStatusCode.NotFound)).Code.ShouldBe(
            CardErrors.Unknown.Code
        );
    }

    [Fact]
    public async Task Given_a_finished_card_Then_its_times_are_told_and_reopening_clears_the_finish()
    {
        var scene = await WithAsync(fixture);
        var commitment = scene.Commitment();
        var card = await scene.PlaceAsync(commitment);
        await scene.MovedAsync(card, "Analyse", pull: true);

        (await PostAsync(scene.Member, card, ":finish")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var done = await scene.CardAsync(card);
        done.Card.Owners.ShouldBeEmpty();
        done.CycleTimeDays!.Value.ShouldBe((done.Card.FinishedAt - done.Card.StartedAt)!.Value.TotalDays);
        done.LeadTimeDays!.Value.ShouldBe((done.Card.FinishedAt - done.Card.CommittedAt)!.Value.TotalDays);
        done.CustomerLeadTimeDays!.Value.ShouldBeGreaterThan(6.9);
        var told = await fixture.Messages.ArrivesAsync<CardFinished>(m => m.WorkItemId == card);
        told.CommittedAt.ShouldBe(commitment.OccurredAt, TimeSpan.FromMilliseconds(1));
        (await scene.MoveAsync(scene.Member, card, "Analyse")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await PostAsync(scene.Member, card, ":reopen", new { })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(scene.Member, card, ":reopen", new { reason = "wrong" })).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        var reopened = (await scene.CardAsync(card)).Card;
        (reopened.Column, reopened.FinishedAt, reopened.ReopenCount).ShouldBe(("Analyse", null, 1));
    }

    [Fact]
    public async Task Given_an_abandoned_card_Then_it_is_off_the_board_and_its_avatar_is_free()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        await scene.MovedAsync(card, "Analyse", pull: true);
        (await AvatarsAsync(scene)).Free.ShouldBe(1);

        (await PostAsync(scene.Member, card, ":abandon", new { })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(scene.Member, card, ":abandon", new { reason = "not needed" })).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );

        (await AvatarsAsync(scene)).Free.ShouldBe(2);
        (await scene.ShownAsync()).Columns.SelectMany(column => column.Cards).ShouldBeEmpty();
        (await scene.CardAsync(card)).Card.AbandonedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Given_pairing_Then_each_uses_an_avatar_and_only_leads_place_anothers()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        var mate = TestPerson.Member(scene.Team, "Mate");
        await fixture.Messages.PublishAsync(
            new TeamChanged(
                scene.Team,
                1,
                "Finance systems",
                null,
                true,
                [new(mate.Id, "member")],
                TimeProvider.System.GetUtcNow(),
                mate.Id
            )
        );
        await fixture.Messages.PublishAsync(
            new PersonChanged(
                mate.Id,
                1,
                mate.Name,
                "mate@example.org",
                null,
                false,
                true,
                [],
                TimeProvider.System.GetUtcNow(),
                mate.Id
            )
        );
        await Eventually.Holds(
            async () => (await AvatarsAsync(scene, mate.Id)).Name == mate.Name,
            "the copy of the person arrives"
        );

        (await PostAsync(scene.Member, card, "/owners", new { })).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(scene.Member, card, "/owners", new { })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await PostAsync(scene.Member, card, "/owners", new { personId = mate.Id })).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await PostAsync(scene.Lead, card, "/owners", new { personId = mate.Id })).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        (await PostAsync(scene.Lead, card, "/owners", new { personId = Guid.CreateVersion7() })).StatusCode.ShouldBe(
            HttpStatusCode.Conflict
        );

        (await scene.CardAsync(card)).Card.Owners.ShouldBe([scene.MemberPerson.Id, mate.Id]);
        var placed = (await AvatarsAsync(scene, mate.Id)).Placed.ShouldHaveSingleItem();
        placed.CardId.ShouldBe(card);
        (await scene.Member.DeleteAsync($"/board/cards/{card}/owners?personId={mate.Id}", Ct)).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await scene.Member.DeleteAsync($"/board/cards/{card}/owners", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await scene.Member.DeleteAsync($"/board/cards/{card}/owners", Ct)).StatusCode.ShouldBe(
            HttpStatusCode.Conflict
        );
        (await scene.Lead.DeleteAsync($"/board/cards/{card}/owners?personId={mate.Id}", Ct)).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        (await scene.CardAsync(card)).Card.Owners.ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_people_outside_of_the_team_Then_every_act_is_403_and_an_unknown_card_404()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        (string Path, object Body)[] acts =
        [
            ("/owners", new { }),
            ("/blockers", new { reason = "Other" }),
            (":finish", new { }),
            (":abandon", new { reason = "no" }),
            (":reopen", new { reason = "no" }),
            (":archive", new { }),
            (":restore", new { }),
            (":take-over", new { fromPersonId = scene.Team }),
            ("/comments", new { text = "no" }),
            ("/checklist", new { text = "no" }),
            ("/attachments", new { url = "https://example.org" }),
        ];

        foreach (var (path, body) in acts)
        {
            (await PostAsync(scene.Stranger, card, path, body)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
            (await PostAsync(scene.Member, Guid.CreateVersion7(), path, body)).StatusCode.ShouldBe(
                HttpStatusCode.NotFound,
                path
            );
        }

        (await scene.Member.GetAsync($"/board/cards/{Guid.CreateVersion7()}", Ct)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    private static async Task<AvatarsResponse> AvatarsAsync(BoardScene scene, Guid? person = null) =>
        (
            await scene.Member.GetFromJsonAsync<AvatarsResponse>(
                $"/board/people/{person ?? scene.MemberPerson.Id}/avatars",
                Json,
                Ct
            )
        )!;
}
