using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Board.Domain.Standup;
using FlowPlatform.Board.Features.Cards;
using FlowPlatform.Board.Features.Standup;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

public sealed class MoveCardsTests(BoardFixture fixture) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task Given_room_for_all_Then_all_move_and_the_history_has_no_gap()
    {
        var scene = await WithAsync(fixture);
        var cards = await scene.PlaceManyAsync(3);

        var moved = await BatchAsync(scene.Member, scene.BoardId, cards, "Analyse");

        moved.StatusCode.ShouldBe(HttpStatusCode.OK, await moved.Content.ReadAsStringAsync(Ct));
        (await moved.Content.ReadFromJsonAsync<MoveCardsResponse>(Json, Ct))!.Cards.ShouldAllBe(card =>
            card.Column == "Analyse"
        );
        var shown = await scene.ShownAsync();
        shown.Columns[1].Cards.Select(card => card.Id).ShouldBe(cards);
        shown.Columns[1].Occupancy.ShouldBe(3);
        shown.Version.ShouldBe(1 + 3 + 3);
    }

    [Fact]
    public async Task Given_room_for_all_but_one_Then_none_moves_and_the_card_is_named()
    {
        var scene = await WithAsync(fixture);
        var cards = await scene.PlaceManyAsync(4);

        var refused = await ProblemAsync(
            await BatchAsync(scene.Member, scene.BoardId, cards, "Analyse"),
            HttpStatusCode.Conflict
        );

        refused.Code.ShouldBe("wip-limit-exceeded");
        refused.Detail!.ShouldStartWith("FS-4: ");
        var shown = await scene.ShownAsync();
        (shown.Columns[0].Occupancy, shown.Columns[1].Occupancy).ShouldBe((4, 0));
        shown.Version.ShouldBe(5);
    }

    [Fact]
    public async Task Given_three_pulls_in_one_batch_Then_the_personal_limit_refuses_all()
    {
        var scene = await WithAsync(fixture);
        var cards = await scene.PlaceManyAsync(3);

        var refused = await ProblemAsync(
            await BatchAsync(scene.Member, scene.BoardId, cards, "Analyse", pull: true),
            HttpStatusCode.Conflict
        );

        refused.Violations!.ShouldHaveSingleItem().Code.ShouldBe("personal-limit-reached");
        (await scene.ShownAsync()).Columns[1].Occupancy.ShouldBe(0);
        (await BatchAsync(scene.Member, scene.BoardId, cards.Take(2), "Analyse", pull: true)).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
    }

    [Fact]
    public async Task Given_bad_batches_Then_400_403_and_404()
    {
        var scene = await WithAsync(fixture);
        var other = await WithAsync(fixture, team: scene.Team);
        var card = await scene.PlaceAsync();

        (await BatchAsync(scene.Member, scene.BoardId, [], "Analyse")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await BatchAsync(scene.Member, scene.BoardId, [card, card], "Analyse")).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await BatchAsync(scene.Stranger, scene.BoardId, [card], "Analyse")).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        (await BatchAsync(scene.Member, other.BoardId, [card], "Analyse")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Given_a_stand_up_Then_the_board_is_walked_from_right_to_left()
    {
        var scene = await WithAsync(fixture);
        var cards = await scene.PlaceManyAsync(3);
        await scene.MovedAsync(cards[0], "Analyse", pull: true);
        await scene.MovedAsync(cards[1], "Test");

        var standup = await scene.Member.GetFromJsonAsync<StandupResponse>(
            $"/board/boards/{scene.BoardId}/standup",
            Json,
            Ct
        );

        standup!
            .Walk.Select(step => (step.CardId, step.Reason))
            .ShouldBe([(cards[1], StandupReason.Unowned), (cards[0], StandupReason.Flowing)]);
    }

    private static Task<HttpResponseMessage> BatchAsync(
        HttpClient by,
        Guid board,
        IEnumerable<Guid> cards,
        string to,
        bool pull = false
    ) =>
        by.PostAsJsonAsync(
            $"/board/boards/{board}/moves",
            new
            {
                moves = cards.Select(card => new
                {
                    cardId = card,
                    toColumn = to,
                    pull,
                }),
            },
            Ct
        );
}
