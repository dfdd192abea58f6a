using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Features.People;
using FlowPlatform.Board.Features.Standup;
using FlowPlatform.Contracts.Identity;
using FlowPlatform.TestKit;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

public sealed class AbsenceTests(BoardFixture fixture) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task Given_an_absent_person_Then_free_avatars_are_suspended_and_placed_ones_ask_to_be_taken_over()
    {
        var scene = await WithAsync(fixture);
        var other = await WithAsync(fixture, team: scene.Team);
        var (card, elsewhere) = (await scene.PlaceAsync(), await other.PlaceAsync());
        await scene.MovedAsync(card, "Analyse", pull: true);

        (await AbsentAsync(scene.Member, scene)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await TokensShouldBeAsync(scene, free: 0, suspended: 1, placed: 1);
        var refused = await ProblemAsync(
            await other.MoveAsync(scene.Member, elsewhere, "Analyse", pull: true),
            HttpStatusCode.Conflict
        );
        refused.Violations!.ShouldHaveSingleItem().Code.ShouldBe("avatar-suspended");
        var request = (await HandOversAsync(scene)).ShouldHaveSingleItem();
        (request.CardId, request.PersonId, request.Column).ShouldBe((card, scene.MemberPerson.Id, "Analyse"));
        (await scene.CardAsync(card)).History[^1].Kind.ShouldBe(TransitionKind.HandOverRequested);

        await OkAsync(PostAsync(scene.Lead, card, ":take-over", new { fromPersonId = scene.MemberPerson.Id }));

        (await scene.CardAsync(card)).Card.Owners.ShouldBe([scene.LeadPerson.Id]);
        (await HandOversAsync(scene)).ShouldBeEmpty();
        await TokensShouldBeAsync(scene, free: 0, suspended: 2, placed: 0);
        (await scene.Member.DeleteAsync($"/board/people/{scene.MemberPerson.Id}/absence", Ct)).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
        await TokensShouldBeAsync(scene, free: 2, suspended: 0, placed: 0);
        (await other.MoveAsync(scene.Member, elsewhere, "Analyse", pull: true)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Given_a_present_owner_or_no_free_avatar_Then_nothing_is_taken_over()
    {
        var scene = await WithAsync(fixture);
        var cards = await scene.PlaceManyAsync(3);
        await scene.MovedAsync(cards[0], "Analyse", pull: true);
        var body = new { fromPersonId = scene.MemberPerson.Id };
        (
            await ProblemAsync(await PostAsync(scene.Lead, cards[0], ":take-over", body), HttpStatusCode.Conflict)
        ).Code.ShouldBe("owner-not-absent");
        await OkAsync(PostAsync(scene.Lead, cards[1], "/owners"));
        await OkAsync(PostAsync(scene.Lead, cards[2], "/owners"));
        await AbsentAsync(scene.Member, scene);

        var refused = await ProblemAsync(
            await PostAsync(scene.Lead, cards[0], ":take-over", body),
            HttpStatusCode.Conflict
        );

        refused.Violations!.ShouldHaveSingleItem().Code.ShouldBe("personal-limit-reached");
        (await scene.CardAsync(cards[0])).Card.Owners.ShouldBe([scene.MemberPerson.Id]);
        (await PostAsync(scene.Lead, cards[1], ":take-over", body)).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await PostAsync(scene.Lead, cards[1], ":take-over")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Given_others_Then_only_a_lead_of_the_persons_team_says_it_and_a_past_end_is_400()
    {
        var scene = await WithAsync(fixture);
        (await AbsentAsync(scene.Stranger, scene)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await AbsentAsync(scene.Lead, scene)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, "not in the team yet");
        await fixture.Messages.PublishAsync(
            new TeamChanged(
                scene.Team,
                1,
                "Finance systems",
                null,
                true,
                [new(scene.MemberPerson.Id, "member"), new(scene.LeadPerson.Id, "lead")],
                TimeProvider.System.GetUtcNow(),
                scene.LeadPerson.Id
            )
        );
        await Eventually.Holds(
            async () => (await AbsentAsync(scene.Lead, scene)).StatusCode == HttpStatusCode.NoContent,
            "the team is known"
        );

        (await AbsentAsync(scene.Lead, scene, TimeProvider.System.GetUtcNow().AddDays(-1))).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
        var standup = await scene.Member.GetFromJsonAsync<StandupResponse>(
            $"/board/boards/{scene.BoardId}/standup",
            Json,
            Ct
        );
        standup!
            .People.Single(person => person.PersonId == scene.MemberPerson.Id)
            .ShouldBe(new FreeAvatars(scene.MemberPerson.Id, null, 0, IsAbsent: true));
    }

    [Fact]
    public async Task Given_a_person_who_left_Then_others_may_take_over()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        await scene.MovedAsync(card, "Analyse", pull: true);

        await PersonAsync(scene, 1, isActive: true);
        await PersonAsync(scene, 2, isActive: false);

        await Eventually.Holds(
            async () => (await HandOversAsync(scene)).Count == 1,
            "the card of the person who left asks to be taken over"
        );
        await OkAsync(PostAsync(scene.Lead, card, ":take-over", new { fromPersonId = scene.MemberPerson.Id }));
    }

    private Task PersonAsync(BoardScene scene, long version, bool isActive) =>
        fixture.Messages.PublishAsync(
            new PersonChanged(
                scene.MemberPerson.Id,
                version,
                "Member",
                "member@example.org",
                null,
                false,
                isActive,
                [],
                TimeProvider.System.GetUtcNow(),
                scene.LeadPerson.Id
            )
        );

    private static Task<HttpResponseMessage> AbsentAsync(
        HttpClient by,
        BoardScene scene,
        DateTimeOffset? until = null
    ) => by.PutAsJsonAsync($"/board/people/{scene.MemberPerson.Id}/absence", new { until }, Ct);

    private static async Task<List<HandOverResponse>> HandOversAsync(BoardScene scene) =>
        (
            await scene.Lead.GetFromJsonAsync<List<HandOverResponse>>(
                $"/board/boards/{scene.BoardId}/hand-overs",
                Json,
                Ct
            )
        )!;

    private static async Task TokensShouldBeAsync(BoardScene scene, int free, int suspended, int placed)
    {
        var avatars = await scene.Member.GetFromJsonAsync<AvatarsResponse>(
            $"/board/people/{scene.MemberPerson.Id}/avatars",
            Json,
            Ct
        );
        (avatars!.Free, avatars.Suspended, avatars.Placed.Count, avatars.Total).ShouldBe((free, suspended, placed, 2));
    }
}
