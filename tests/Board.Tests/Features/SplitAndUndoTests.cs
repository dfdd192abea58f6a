using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Features.Cards;
using FlowPlatform.Contracts.Board;
using FlowPlatform.TestKit;
using Microsoft.EntityFrameworkCore;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

public sealed class SplitAndUndoTests(BoardFixture fixture) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task Given_a_split_Then_parts_have_the_times_and_the_history_of_the_whole_which_is_finished_last()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        await scene.MovedAsync(card, "Analyse", pull: true);
        await PostAsync(scene.Member, card, "/blockers", new { reason = "Supplier" });

        var split = await SplitAsync(scene, card, "First half", "Second half");

        var whole = (await scene.CardAsync(card)).Card;
        whole.OpenParts.ShouldBe(2);
        split.Parts.Select(part => part.Key).ShouldBe(["FS-1.1", "FS-1.2"]);
        var part = await scene.CardAsync(split.Parts[0].Id);
        part.Card.WholeId.ShouldBe(card);
        (part.Card.Column, part.Card.IsBlocked, part.Card.Owners.Count).ShouldBe(("Analyse", false, 0));
        part.Card.AcceptedAt.ShouldBe(whole.AcceptedAt);
        part.Card.CommittedAt.ShouldBe(whole.CommittedAt);
        part.Card.StartedAt.ShouldBe(whole.StartedAt);
        part.History.Select(row => row.Kind)
            .ShouldBe([
                TransitionKind.Placed,
                TransitionKind.Moved,
                TransitionKind.OwnersChanged,
                TransitionKind.Blocked,
                TransitionKind.SplitOff,
                TransitionKind.Unblocked,
                TransitionKind.OwnersChanged,
            ]);
        part.History[1].At.ShouldBe(whole.StartedAt!.Value);
        (await scene.ShownAsync()).Columns[1].Occupancy.ShouldBe(3);
        await fixture.Messages.ArrivesAsync<CardPlaced>(m => m.WorkItemId == part.Card.Id);

        await PostAsync(scene.Member, card, $"/blockers/{(await scene.CardAsync(card)).Blockers[0].Id}:resolve");
        (await ProblemAsync(await PostAsync(scene.Member, card, ":finish"), HttpStatusCode.Conflict)).Code.ShouldBe(
            "parts-open"
        );
        await OkAsync(PostAsync(scene.Member, split.Parts[0].Id, ":finish"));
        await OkAsync(PostAsync(scene.Member, split.Parts[1].Id, ":abandon", new { reason = "not needed" }));
        await OkAsync(PostAsync(scene.Member, card, ":finish"));
        (await scene.CardAsync(card)).Notes.Parts.ShouldAllBe(one => !one.IsOpen);
        await OkAsync(PostAsync(scene.Member, split.Parts[0].Id, ":reopen", new { reason = "wrong" }));
        (await scene.CardAsync(card)).Card.OpenParts.ShouldBe(1);
    }

    [Fact]
    public async Task Given_no_room_for_all_parts_Then_none_is_split_off_and_the_limit_is_named()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        await scene.MovedAsync(card, "Analyse");
        var before = await scene.ShownAsync();

        var refused = await ProblemAsync(
            await PostAsync(scene.Member, card, ":split", Parts("a", "b", "c")),
            HttpStatusCode.Conflict
        );

        refused.Violations!.ShouldHaveSingleItem().Code.ShouldBe("column-limit-reached");
        (await scene.ShownAsync()).Version.ShouldBe(before.Version);
        (await PostAsync(scene.Member, card, ":split", Parts("a", "b", "c", toColumn: "To do"))).StatusCode.ShouldBe(
            HttpStatusCode.OK
        );
        (
            await ProblemAsync(
                await PostAsync(scene.Member, card, ":split", Parts("d", toColumn: "Develop")),
                HttpStatusCode.Conflict
            )
        ).Code.ShouldBe("part-ahead");
        (await PostAsync(scene.Member, card, ":split", Parts())).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(scene.Member, card, ":split", Parts(" "))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(scene.Stranger, card, ":split", Parts("x"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Given_ones_own_last_move_Then_undo_restores_column_avatar_and_times()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        await scene.MovedAsync(card, "Analyse", pull: true);

        await OkAsync(UndoAsync(scene.Member, card));

        var undone = await scene.CardAsync(card);
        (undone.Card.Column, undone.Card.StartedAt, undone.Card.Owners.Count).ShouldBe(("To do", null, 0));
        undone.History.Select(row => row.Kind).ShouldContain(TransitionKind.Undone);
        (await TokensAsync(card)).ShouldBe(0);
        var again = await ProblemAsync(await UndoAsync(scene.Member, card), HttpStatusCode.Conflict);
        again.Code.ShouldBe("nothing-to-undo");
    }

    [Fact]
    public async Task Given_a_finish_by_mistake_Then_undo_brings_its_owners_back_without_counting_a_reopening()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        await scene.MovedAsync(card, "Analyse", pull: true);
        var started = (await scene.CardAsync(card)).Card.StartedAt;
        await OkAsync(PostAsync(scene.Member, card, ":finish"));

        await OkAsync(UndoAsync(scene.Member, card));

        var undone = (await scene.CardAsync(card)).Card;
        (undone.Column, undone.FinishedAt, undone.ReopenCount).ShouldBe(("Analyse", null, 0));
        undone.StartedAt.ShouldBe(started);
        undone.Owners.ShouldBe([scene.MemberPerson.Id]);
        (await TokensAsync(card)).ShouldBe(1);
        await Eventually.Holds(
            () =>
                Task.FromResult(
                    fixture.Messages.Published<CardMoved>().Last(m => m.WorkItemId == card).ToColumnKind == "InProgress"
                ),
            "the others hear that it is in progress again"
        );
    }

    [Fact]
    public async Task Given_anothers_move_or_something_since_or_a_full_column_Then_undo_is_refused()
    {
        var scene = await WithAsync(fixture);
        var cards = await scene.PlaceManyAsync(4);
        await scene.MovedAsync(cards[0], "Analyse");
        (await UndoAsync(scene.Lead, cards[0])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await UndoAsync(scene.Member, Guid.CreateVersion7())).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await OkAsync(PostAsync(scene.Member, cards[0], "/comments", new { text = "begun" }));
        (await ProblemAsync(await UndoAsync(scene.Member, cards[0]), HttpStatusCode.Conflict)).Code.ShouldBe(
            "nothing-to-undo"
        );
        await scene.MovedAsync(cards[1], "Analyse");
        await scene.MovedAsync(cards[1], "Develop");
        await scene.MovedAsync(cards[2], "Analyse");
        await scene.MovedAsync(cards[3], "Analyse");

        var refused = await ProblemAsync(await UndoAsync(scene.Member, cards[1]), HttpStatusCode.Conflict);

        refused.Violations!.ShouldHaveSingleItem().Code.ShouldBe("column-limit-reached");
        (await scene.CardAsync(cards[1])).Card.Column.ShouldBe("Develop");
    }

    private static async Task<SplitCardResponse> SplitAsync(BoardScene scene, Guid card, params string[] titles)
    {
        var split = await PostAsync(scene.Member, card, ":split", Parts(titles));
        split.StatusCode.ShouldBe(HttpStatusCode.OK, await split.Content.ReadAsStringAsync(Ct));
        return (await split.Content.ReadFromJsonAsync<SplitCardResponse>(Json, Ct))!;
    }

    private static object Parts(params string[] titles) => new { parts = titles.Select(title => new { title }) };

    private static object Parts(string first, string toColumn) =>
        new { parts = new[] { new { title = first } }, toColumn };

    private static object Parts(string a, string b, string c, string toColumn) =>
        new { parts = new[] { a, b, c }.Select(title => new { title }), toColumn };

    private Task<int> TokensAsync(Guid card) =>
        fixture.WithDatabaseAsync<BoardDbContext, int>(db => db.AvatarTokens.CountAsync(t => t.CardId == card, Ct));

    private static Task<HttpResponseMessage> UndoAsync(HttpClient by, Guid card) => PostAsync(by, card, "/moves:undo");
}
