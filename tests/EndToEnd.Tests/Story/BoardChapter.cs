using System.Net;
using System.Text.Json.Nodes;
using FlowPlatform.EndToEnd.Tests.Platform;

namespace FlowPlatform.EndToEnd.Tests.Story;

/// <summary>Step 5: the personal limit, a category limit and a column limit each refuse; fifty hands reach for one free slot.</summary>
internal static class BoardChapter
{
    public static async Task TellAsync(StoryState story)
    {
        var (accounting, treasury, controlling) = (
            story.Wishes[DemoPeople.Accounting],
            story.Wishes[DemoPeople.Treasury],
            story.Wishes[DemoPeople.Controlling]
        );
        (await MoveAsync(story, "anna", accounting[0], "Analyse")).Status.ShouldBe(
            HttpStatusCode.Forbidden,
            "customers do not move cards"
        );
        (await MoveAsync(story, "max", accounting[0], "Analyse")).Status.ShouldBe(HttpStatusCode.OK);
        (await MoveAsync(story, "max", treasury[0], "Analyse")).Status.ShouldBe(HttpStatusCode.OK);
        ShouldBeRefusedBy(await MoveAsync(story, "max", controlling[0], "Analyse"), "person");

        (await MoveAsync(story, "mia", accounting[1], "Analyse")).Status.ShouldBe(HttpStatusCode.OK);
        ShouldBeRefusedBy(await MoveAsync(story, "omar", controlling[0], "Analyse"), "column");
        (await MoveAsync(story, "mia", accounting[1], "Develop")).Status.ShouldBe(HttpStatusCode.OK);
        ShouldBeRefusedBy(await MoveAsync(story, "omar", treasury[1], "Analyse"), "category");

        await RaceAsync(story);
    }

    internal static Task<(HttpStatusCode Status, JsonNode? Body)> MoveAsync(
        StoryState story,
        string who,
        string card,
        string column
    ) => story.People[who].TryAsync(HttpMethod.Post, $"/api/board/cards/{card}/moves", new { toColumn = column });

    // Analyse holds two of three. Omar, Tess and Lena have both avatars free; what they reach for are enhancements.
    private static async Task RaceAsync(StoryState story)
    {
        var before = await SessionChapter.CardIdsAsync(story, "Analyse");
        before.Count.ShouldBe(2);
        var waiting = await SessionChapter.CardIdsAsync(story, "To do");
        var enhancements = story
            .Wishes.Values.SelectMany(wishes => wishes.Where((_, i) => i != 1))
            .Where(waiting.Contains)
            .ToArray();
        enhancements.Length.ShouldBeGreaterThan(1);
        string[] hands = ["omar", "tess", "lena"];

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(i =>
                    MoveAsync(story, hands[i % hands.Length], enhancements[i % enhancements.Length], "Analyse")
                )
        );

        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.Conflict).ShouldBe(49);
        (await SessionChapter.CardIdsAsync(story, "Analyse")).Count.ShouldBe(3);
    }

    private static void ShouldBeRefusedBy((HttpStatusCode Status, JsonNode? Body) answer, string what)
    {
        answer.Status.ShouldBe(HttpStatusCode.Conflict, $"the {what} limit refuses");
        var violations = answer.Body!["violations"]!.AsArray();
        violations.ShouldContain(
            v => v!.ToJsonString().Contains(what, StringComparison.OrdinalIgnoreCase),
            answer.Body.ToJsonString()
        );
        violations.ShouldAllBe(v => v!["limit"]!.GetValue<int>() <= v["occupancy"]!.GetValue<int>());
    }
}
