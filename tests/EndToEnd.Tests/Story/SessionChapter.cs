using System.Net;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.TestKit;

namespace FlowPlatform.EndToEnd.Tests.Story;

/// <summary>Step 4: the team leaves the room; three customers rank, object and consent; To do fills to its limit and not beyond.</summary>
internal static class SessionChapter
{
    public const int ToDoLimit = 8;

    public static async Task TellAsync(StoryState story)
    {
        var people = story.People;
        var board = await people["lena"].PostAsync("/api/board/boards", BoardOfTheTeam(), HttpStatusCode.Created);
        story.BoardId = board["id"]!.GetValue<string>();
        (await people["max"].TryAsync(HttpMethod.Post, "/api/board/boards", BoardOfTheTeam())).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );

        story.SessionId = await OpenAsync(story);
        await BallotsAsync(story);
        await ConsentAsync(story);

        await Eventually.Holds(async () => await CardsInToDoAsync(story) == ToDoLimit, "To do filled to its limit");
        var outcome = await people["lena"].GetAsync($"/api/prioritisation/sessions/{story.SessionId}/outcome");
        outcome.ToJsonString().ShouldContain("signature", Case.Insensitive);
        // Every customer got its two favourites: eight slots for three, each with four wishes.
        await Eventually.Holds(
            async () =>
                (await CardIdsAsync(story, "To do")).IsSupersetOf(
                    story.Wishes.Values.SelectMany(wishes => wishes.Take(2))
                ),
            "the favourites of each customer on the board"
        );
    }

    internal static async Task<HashSet<string>> CardIdsAsync(StoryState story, string column)
    {
        var board = await story.People["lena"].GetAsync($"/api/board/boards/{story.BoardId}");
        var found = board["columns"]!.AsArray().Single(c => c!["column"]!["name"]!.GetValue<string>() == column)!;
        return [.. found["cards"]!.AsArray().Select(card => card!["id"]!.GetValue<string>())];
    }

    private static async Task<int> CardsInToDoAsync(StoryState story) => (await CardIdsAsync(story, "To do")).Count;

    private static async Task<string> OpenAsync(StoryState story)
    {
        var open = new
        {
            boardId = story.BoardId,
            optionIds = story.Wishes.Values.SelectMany(wishes => wishes).ToArray(),
        };
        // The board tells of its free room by an event: until it is there, Prioritisation knows no such board.
        var session = await Eventually.Gets(
            async () =>
            {
                var (status, body) = await story
                    .People["lena"]
                    .TryAsync(HttpMethod.Post, "/api/prioritisation/sessions", open);
                status.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.NotFound, HttpStatusCode.Conflict);
                return status == HttpStatusCode.Created ? body : null;
            },
            "the session opened"
        );
        session["slots"]!.GetValue<int>().ShouldBe(ToDoLimit);
        return session["id"]!.GetValue<string>();
    }

    private static async Task BallotsAsync(StoryState story)
    {
        var ballots = $"/api/prioritisation/sessions/{story.SessionId}/ballots";
        var (status, refusal) = await story
            .People["max"]
            .TryAsync(HttpMethod.Post, ballots, Ballot(story, DemoPeople.Accounting));
        status.ShouldBe(HttpStatusCode.Forbidden);
        refusal!.ToJsonString().ShouldContain("team-recused");
        (status, _) = await story
            .People["abby"]
            .TryAsync(HttpMethod.Post, ballots, Ballot(story, DemoPeople.Accounting));
        status.ShouldBe(HttpStatusCode.Forbidden, "a requester is not the customer's representative");

        await story.People["anna"].PostAsync(ballots, Ballot(story, DemoPeople.Accounting));
        await story.People["theo"].PostAsync(ballots, Ballot(story, DemoPeople.Treasury));
        var hidden = await story.People["anna"].GetAsync($"/api/prioritisation/sessions/{story.SessionId}");
        hidden["participants"]!
            .AsArray()
            .Count(p => p!["ballot"] is not null)
            .ShouldBe(1, "before the reveal one sees one's own ballot alone");
        var last = await story.People["carl"].PostAsync(ballots, Ballot(story, DemoPeople.Controlling));
        last["isRevealed"]!.GetValue<bool>().ShouldBeTrue("the last ballot reveals all of them together");
    }

    private static async Task ConsentAsync(StoryState story)
    {
        var session = $"/api/prioritisation/sessions/{story.SessionId}";
        var objection = await story
            .People["theo"]
            .PostAsync(
                $"{session}/objections",
                new { reason = "Treasury needs its report before the quarter ends." },
                HttpStatusCode.Created
            );
        await story.People["anna"].PostAsync($"{session}/consents", new { });
        (await CardsInToDoAsync(story)).ShouldBe(0, "nothing is committed while somebody objects");

        await story
            .People["theo"]
            .PostAsync($"{session}/objections/{objection["id"]}:withdraw", null, HttpStatusCode.NoContent);
        await story.People["theo"].PostAsync($"{session}/consents", new { });
        (await story.People["max"].TryAsync(HttpMethod.Post, $"{session}/consents", new { })).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );
        await story.People["anna"].TryAsync(HttpMethod.Post, $"{session}/consents", new { });
        var agreed = await story.People["carl"].PostAsync($"{session}/consents", new { });
        agreed["isAgreed"]!.GetValue<bool>().ShouldBeTrue();
    }

    private static object Ballot(StoryState story, Guid customer) =>
        new { ranking = story.Wishes[customer].Select(id => new[] { id }).ToArray() };

    private static object BoardOfTheTeam()
    {
        object Column(string name, string kind, int? limit, bool gate = false) =>
            new
            {
                name,
                kind,
                wipLimit = limit,
                isGate = gate,
            };
        object[] columns =
        [
            Column("To do", "Committed", ToDoLimit),
            Column("Analyse", "InProgress", 3),
            Column("Develop", "InProgress", 4),
            Column("Deploy", "InProgress", 2, gate: true),
            Column("Done", "Done", null),
        ];
        object[] allocations = [new { category = "Support", ceiling = 1 }];
        return new
        {
            teamId = DemoPeople.FinanceSystems,
            name = "Finance Systems",
            workflow = new
            {
                columns,
                allocations,
                personalLimit = 2,
            },
        };
    }
}
