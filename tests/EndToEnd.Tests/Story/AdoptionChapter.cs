using System.Net;
using System.Net.Http.Headers;
using FlowPlatform.EndToEnd.Tests.Platform;

namespace FlowPlatform.EndToEnd.Tests.Story;

/// <summary>Step 8: usage is imported; a group of five has a figure, a group of four has none.</summary>
internal static class AdoptionChapter
{
    public static async Task TellAsync(StoryState story)
    {
        // Three of five in Marketing Analytics, two of four in Legal Operations, a week before the last Sunday.
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-14);
        var lines = new[] { 51, 52, 53, 61, 62 }.Select(number =>
            $$"""{"eventId":"story-{{number}}","person":"{{DemoPeople.Person(number)}}","tool":"copilot","kind":"PromptSent","at":"{{day:yyyy-MM-dd}}T09:00:00Z"}"""
        );
        using var events = new StringContent(
            string.Join('\n', lines),
            MediaTypeHeaderValue.Parse("application/x-ndjson")
        );
        using var imported = await story
            .People["pia"]
            .Http.PostAsync(new Uri("/api/ai/events", UriKind.Relative), events);
        imported.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await story.People["max"].TryAsync(HttpMethod.Post, "/api/ai/seats:import", new { })).Status.ShouldBe(
            HttpStatusCode.Forbidden
        );

        var five = await story.People["erik"].GetAsync($"/api/ai/adoption?group=team:{DemoPeople.MarketingAnalytics}");
        var four = await story.People["erik"].GetAsync($"/api/ai/adoption?group=team:{DemoPeople.LegalOperations}");

        five["monthlyActive"]!["value"]!.GetValue<int>().ShouldBe(3);
        five["adoptionRate"]!.GetValue<double>().ShouldBe(0.6);
        four["monthlyActive"]!["value"].ShouldBeNull();
        four["monthlyActive"]!["suppressedBecause"]!.GetValue<string>().ShouldBe("GroupTooSmall");
    }
}
