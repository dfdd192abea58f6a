using System.Net;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.TestKit;

namespace FlowPlatform.EndToEnd.Tests.Story;

/// <summary>Steps 2 and 3: the hidden workload is seen, customers ask for more, triage makes options of it.</summary>
internal static class IntakeChapter
{
    // What each customer wants, its favourite first.
    private static readonly string[] Categories = ["Enhancement", "Support", "Enhancement", "Enhancement"];

    public static async Task TellAsync(StoryState story)
    {
        var workload = await story.People["lena"].GetAsync("/api/intake/workload?asOf=2016-03-02T12:00:00Z&weeks=4");
        workload.ToJsonString().ShouldContain(DemoPeople.Accounting.ToString());

        await SubmitAsync(story, "abby", DemoPeople.Accounting, "Accounting");
        await SubmitAsync(story, "toni", DemoPeople.Treasury, "Treasury");
        await SubmitAsync(story, "cora", DemoPeople.Controlling, "Controlling");
        story.Regulated = story.Wishes[DemoPeople.Accounting][0];

        var (status, _) = await story
            .People["abby"]
            .TryAsync(HttpMethod.Post, "/api/intake/requests", Wish(DemoPeople.Treasury, "Not ours", "Support"));
        status.ShouldBe(HttpStatusCode.Forbidden, "Abby does not act for Treasury");
        (status, _) = await story
            .People["abby"]
            .TryAsync(HttpMethod.Post, $"/api/intake/requests/{story.Regulated}/triage", Accept(false));
        status.ShouldBe(HttpStatusCode.Forbidden, "a requester does not triage");

        foreach (var request in story.Wishes.Values.SelectMany(wishes => wishes))
        {
            await story
                .People["lena"]
                .PostAsync($"/api/intake/requests/{request}/triage", Accept(request == story.Regulated));
        }

        var wanted = story.Wishes.Values.SelectMany(wishes => wishes).ToHashSet(StringComparer.Ordinal);
        await Eventually.Holds(
            async () =>
            {
                var options = await story
                    .People["lena"]
                    .GetAsync($"/api/prioritisation/options?teamId={DemoPeople.FinanceSystems}&limit=200");
                return options["items"]!.AsArray().Count(option => wanted.Contains(option!["id"]!.GetValue<string>()))
                    == wanted.Count;
            },
            "every triaged request in the option pool"
        );
    }

    private static async Task SubmitAsync(StoryState story, string requester, Guid customer, string name)
    {
        story.Wishes[customer] = [];
        for (var i = 0; i < Categories.Length; i++)
        {
            var made = await story
                .People[requester]
                .PostAsync(
                    "/api/intake/requests",
                    Wish(customer, $"{name} wish {i + 1}", Categories[i]),
                    HttpStatusCode.Created
                );
            story.Wishes[customer].Add(made["id"]!.GetValue<string>());
        }
    }

    private static object Wish(Guid customer, string title, string category) =>
        new
        {
            customerId = customer,
            title,
            category,
            description = "Asked for in the story.",
        };

    private static object Accept(bool isRegulated) =>
        new
        {
            decision = "Accept",
            teamId = DemoPeople.FinanceSystems,
            isRegulated,
        };
}
