using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Board.Domain.Cards;
using FlowPlatform.Board.Features.Cards;
using FlowPlatform.Board.Features.People;
using FlowPlatform.Contracts.Audit;
using FlowPlatform.Contracts.Board;
using FlowPlatform.Contracts.Identity;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.TestKit;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

public sealed class CardNotesTests(BoardFixture fixture) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task Given_a_comment_with_a_mention_Then_the_person_finds_it_and_watches_the_card()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        var mate = TestPerson.Member(scene.Team, "Mate");
        await KnowAsync(mate);
        var client = scene.ClientFor(mate);

        await OkAsync(
            PostAsync(scene.Member, card, "/comments", new { text = "Look at this", mentions = new[] { mate.Id } })
        );

        var mention = (await PageAsync<MentionResponse>(client, "/board/people/me/mentions")).ShouldHaveSingleItem();
        (mention.CardId, mention.Text, mention.WrittenBy).ShouldBe((card, "Look at this", scene.MemberPerson.Id));
        var watched = (await PageAsync<WatchedCardResponse>(client, "/board/people/me/watched")).ShouldHaveSingleItem();
        (watched.CardId, watched.LastKind).ShouldBe((card, TransitionKind.Commented));
        await scene.MovedAsync(card, "Analyse");
        watched = (await PageAsync<WatchedCardResponse>(client, "/board/people/me/watched")).ShouldHaveSingleItem();
        watched.LastKind.ShouldBe(TransitionKind.Moved);
        (await client.DeleteAsync($"/board/cards/{card}/watch", Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await PageAsync<WatchedCardResponse>(client, "/board/people/me/watched")).ShouldBeEmpty();
        (await client.PutAsync($"/board/cards/{card}/watch", null, Ct)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await client.PutAsync($"/board/cards/{scene.Team}/watch", null, Ct)).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (
            await ProblemAsync(
                await PostAsync(scene.Member, card, "/comments", new { text = "?", mentions = new[] { scene.Team } }),
                HttpStatusCode.Conflict
            )
        ).Code.ShouldBe("mention-unknown");
        (await PostAsync(scene.Member, card, "/comments", new { text = "" })).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    [Fact]
    public async Task Given_a_comment_Then_only_its_author_edits_and_removes_it_and_its_place_remains()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        await OkAsync(PostAsync(scene.Member, card, "/comments", new { text = "Frist" }));
        var comment = (await scene.CardAsync(card)).Notes.Comments.ShouldHaveSingleItem();
        var path = $"/board/cards/{card}/comments/{comment.Id}";

        (await scene.Lead.PutAsJsonAsync(path, new { text = "Mine" }, Ct)).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
        await OkAsync(scene.Member.PutAsJsonAsync(path, new { text = "First" }, Ct));
        var edited = (await scene.CardAsync(card)).Notes.Comments.ShouldHaveSingleItem();
        (edited.Text, edited.EditedAt is null).ShouldBe(("First", false));
        (await scene.Lead.DeleteAsync(path, Ct)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        await OkAsync(scene.Member.DeleteAsync(path, Ct));
        var removed = (await scene.CardAsync(card)).Notes.Comments.ShouldHaveSingleItem();
        (removed.Text, removed.RemovedAt is null).ShouldBe(("", false));
        (await scene.Member.DeleteAsync(path, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Given_a_checklist_and_links_Then_they_are_kept_changed_and_removed()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        await OkAsync(PostAsync(scene.Member, card, "/checklist", new { text = "Ask the supplier" }));
        await OkAsync(PostAsync(scene.Member, card, "/checklist", new { text = "Test it" }));
        await OkAsync(
            PostAsync(scene.Member, card, "/attachments", new { url = "https://example.org/a?b=1", title = "Log" })
        );
        var notes = (await scene.CardAsync(card)).Notes;
        var first = $"/board/cards/{card}/checklist/{notes.Checklist[0].Id}";

        await OkAsync(scene.Member.PutAsJsonAsync(first, new { isDone = true }, Ct));
        var version = (await scene.CardAsync(card)).Card.Version;
        await OkAsync(scene.Member.PutAsJsonAsync(first, new { isDone = true }, Ct));
        await OkAsync(scene.Member.DeleteAsync($"/board/cards/{card}/checklist/{notes.Checklist[1].Id}", Ct));

        var after = await scene.CardAsync(card);
        after.Card.Version.ShouldBe(version + 1, "what is done already is not done again");
        var step = after.Notes.Checklist.ShouldHaveSingleItem();
        (step.Text, step.IsDone, step.DoneBy).ShouldBe(("Ask the supplier", true, scene.MemberPerson.Id));
        after.Notes.Attachments.ShouldHaveSingleItem().Url.ShouldBe("https://example.org/a?b=1");
        var link = $"/board/cards/{card}/attachments/{after.Notes.Attachments[0].Id}";
        await OkAsync(scene.Member.DeleteAsync(link, Ct));
        (await scene.Member.DeleteAsync(link, Ct)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (
            await scene.Member.PutAsJsonAsync($"/board/cards/{card}/checklist/{scene.Team}", new { isDone = true }, Ct)
        ).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var url in new[] { "javascript:alert(1)", "/etc/passwd", "ftp://example.org" })
        {
            (await PostAsync(scene.Member, card, "/attachments", new { url })).StatusCode.ShouldBe(
                HttpStatusCode.BadRequest
            );
        }
    }

    [Fact]
    public async Task Given_marks_Then_they_are_kept_told_and_audited_and_the_same_again_changes_nothing()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        await OkAsync(PutAsync(scene, card, "tags", new { tags = new[] { "Payroll", "payroll", " audit " } }));
        await OkAsync(PutAsync(scene, card, "ai-assistance", new { how = "Tests drafted by an assistant" }));
        await OkAsync(PutAsync(scene, card, "due-date", new { dueDate = "2031-02-03" }));
        var marked = (await scene.CardAsync(card)).Card;

        await OkAsync(PutAsync(scene, card, "tags", new { tags = new[] { "audit", "Payroll" } }));

        marked.Tags.ShouldBe(["audit", "Payroll"]);
        (marked.AiAssistance, marked.DueDate).ShouldBe(("Tests drafted by an assistant", new DateOnly(2031, 2, 3)));
        (await scene.CardAsync(card)).Card.Version.ShouldBe(marked.Version);
        (await PutAsync(scene, card, "tags", new { tags = new[] { "" } })).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
        (await PutAsync(scene, card, "ai-assistance", new { how = "" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        await OkAsync(PostAsync(scene.Member, card, ":finish"));
        (await PutAsync(scene, card, "due-date", new { dueDate = "2031-02-04" })).StatusCode.ShouldBe(
            HttpStatusCode.Conflict
        );
        var told = await fixture.Messages.ArrivesAsync<CardFinished>(m => m.WorkItemId == card);
        (told.AiAssistance, told.Category, told.TeamId).ShouldBe((marked.AiAssistance, "Support", scene.Team));
        string[] audited = ["card-placed", "card-ai-assistance-changed", "card-due-date-changed", "card-moved"];
        await Eventually.Holds(() => Task.FromResult(Audited(card).Count >= audited.Length), "the audit facts");
        Audited(card).ShouldBe(audited);
    }

    [Fact]
    public async Task Given_an_archived_card_Then_it_is_out_of_sight_found_by_search_and_rests_until_restored()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        (await ProblemAsync(await PostAsync(scene.Member, card, ":archive"), HttpStatusCode.Conflict)).Code.ShouldBe(
            "card-open"
        );
        await OkAsync(PostAsync(scene.Member, card, ":finish"));

        await OkAsync(PostAsync(scene.Member, card, ":archive"));

        (await scene.ShownAsync()).Columns.SelectMany(column => column.Cards).ShouldBeEmpty();
        (await FindAsync(scene, "")).ShouldBeEmpty();
        (await FindAsync(scene, "&state=Archived")).ShouldHaveSingleItem().Id.ShouldBe(card);
        (
            await ProblemAsync(
                await PostAsync(scene.Member, card, ":reopen", new { reason = "no" }),
                HttpStatusCode.Conflict
            )
        ).Code.ShouldBe("card-archived");
        (await PostAsync(scene.Member, card, "/comments", new { text = "no" })).StatusCode.ShouldBe(
            HttpStatusCode.Conflict
        );
        await OkAsync(PostAsync(scene.Member, card, ":restore"));
        (await scene.ShownAsync()).Columns[^1].Cards.ShouldHaveSingleItem();
        (await PostAsync(scene.Member, card, ":restore")).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Given_words_and_filters_Then_exactly_the_cards_that_have_them_are_found()
    {
        var scene = await WithAsync(fixture);
        var cards = await scene.PlaceManyAsync(3);
        await OkAsync(PutAsync(scene, cards[0], "tags", new { tags = new[] { "payroll" } }));
        await OkAsync(PostAsync(scene.Member, cards[1], "/comments", new { text = "Zürich needs it (soon!)" }));
        await OkAsync(PostAsync(scene.Member, cards[1], "/blockers", new { reason = "Supplier" }));
        await OkAsync(PostAsync(scene.Member, cards[2], "/checklist", new { text = "Reconcile ledgers" }));
        await scene.MovedAsync(cards[2], "Analyse", pull: true);
        await OkAsync(PutAsync(scene, cards[2], "ai-assistance", new { how = "drafted" }));

        (await FindAsync(scene, "&q=pay")).Select(card => card.Id).ShouldBe([cards[0]]);
        (await FindAsync(scene, "&q=z%C3%BCrich%20soon")).Select(card => card.Id).ShouldBe([cards[1]]);
        (await FindAsync(scene, "&q=ledg%20%26%20!")).Select(card => card.Id).ShouldBe([cards[2]]);
        (await FindAsync(scene, "&q=z%C3%BCrich%20ledg")).ShouldBeEmpty();
        (await FindAsync(scene, "&q=FS")).Count.ShouldBe(3);
        (await FindAsync(scene, "&tag=PayRoll")).Select(card => card.Id).ShouldBe([cards[0]]);
        (await FindAsync(scene, "&tag=%25")).ShouldBeEmpty();
        (await FindAsync(scene, "&isBlocked=true")).Select(card => card.Id).ShouldBe([cards[1]]);
        (await FindAsync(scene, $"&ownerId={scene.MemberPerson.Id}")).Select(card => card.Id).ShouldBe([cards[2]]);
        (await FindAsync(scene, "&isAiAssisted=true")).Select(card => card.Id).ShouldBe([cards[2]]);
        (await FindAsync(scene, "&category=Project")).ShouldBeEmpty();
        (await FindAsync(scene, "&state=Open&limit=2")).Count.ShouldBe(2);
        (await scene.Member.GetAsync("/board/cards?cursor=nonsense", Ct)).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    private static async Task<IReadOnlyList<CardSummary>> FindAsync(BoardScene scene, string query) =>
        await PageAsync<CardSummary>(scene.Member, $"/board/cards?boardId={scene.BoardId}{query}");

    private static async Task<IReadOnlyList<T>> PageAsync<T>(HttpClient by, string path) =>
        (await by.GetFromJsonAsync<Page<T>>(path, Json, Ct))!.Items;

    private static Task<HttpResponseMessage> PutAsync(BoardScene scene, Guid card, string what, object body) =>
        scene.Member.PutAsJsonAsync($"/board/cards/{card}/{what}", body, Ct);

    private List<string> Audited(Guid card) =>
        [
            .. fixture
                .Messages.Published<AuditFactRecorded>()
                .Where(fact => fact.SubjectId == card)
                .Select(fact => fact.Action),
        ];

    private async Task KnowAsync(TestPerson person)
    {
        await fixture.Messages.PublishAsync(
            new PersonChanged(
                person.Id,
                1,
                person.Name,
                "mate@example.org",
                null,
                false,
                true,
                [],
                TimeProvider.System.GetUtcNow(),
                person.Id
            )
        );
        await Eventually.Holds(
            async () =>
                (
                    await fixture
                        .ClientFor(person)
                        .GetFromJsonAsync<AvatarsResponse>($"/board/people/{person.Id}/avatars", Json, Ct)
                )!.Name == person.Name,
            "the copy of the person arrives"
        );
    }
}
