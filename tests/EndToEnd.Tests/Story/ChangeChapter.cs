using System.Net;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.TestKit;

namespace FlowPlatform.EndToEnd.Tests.Story;

/// <summary>Steps 6 and 7: the gate holds a regulated card until another person has approved its change; then it is done.</summary>
internal static class ChangeChapter
{
    public static async Task TellAsync(StoryState story)
    {
        (await BoardChapter.MoveAsync(story, "max", story.Regulated, "Develop")).Status.ShouldBe(HttpStatusCode.OK);
        var (status, refusal) = await BoardChapter.MoveAsync(story, "max", story.Regulated, "Deploy");
        status.ShouldBe(HttpStatusCode.Conflict);
        refusal!["code"]!.GetValue<string>().ShouldBe("change-approval-required");

        await ApproveAsync(story);
        await Eventually.Holds(
            async () =>
                (await BoardChapter.MoveAsync(story, "max", story.Regulated, "Deploy")).Status == HttpStatusCode.OK,
            "the gate open for the approved change"
        );
        (await BoardChapter.MoveAsync(story, "max", story.Regulated, "Done")).Status.ShouldBe(HttpStatusCode.OK);

        var done = await Eventually.Gets(
            async () =>
            {
                var request = (await story.People["abby"].GetAsync($"/api/intake/requests/{story.Regulated}"))[
                    "request"
                ]!;
                return request["status"]!.GetValue<string>() == "Done" ? request : null;
            },
            "the requester sees it done"
        );
        var (lead, cycle) = (done["leadTimeSeconds"]!.GetValue<double>(), done["cycleTimeSeconds"]!.GetValue<double>());
        cycle.ShouldBeGreaterThan(0);
        lead.ShouldBeGreaterThan(cycle, "work waits before it is started");
        var card = await story.People["max"].GetAsync($"/api/board/cards/{story.Regulated}");
        card.ToJsonString().ShouldContain("finishedAt");
    }

    private static async Task ApproveAsync(StoryState story)
    {
        var raise = new
        {
            workItemId = story.Regulated,
            teamId = DemoPeople.FinanceSystems,
            category = "Normal",
            title = "New closing report",
            purpose = "Accounting closes the quarter with it.",
            scope = "The report alone; no posting is touched.",
            systems = new[] { "ledger" },
            riskClass = "Medium",
            implementationDigest = "sha256:1f3c",
            testEvidence = "All 41 acceptance tests passed.",
            authors = new[] { DemoPeople.Person(12) },
        };
        var change = await story.People["max"].PostAsync("/api/changes", raise, HttpStatusCode.Created);
        story.ChangeId = change["change"]!["id"]!.GetValue<string>();
        var approvals = $"/api/changes/{story.ChangeId}/approvals";
        var yes = new { verdict = "Approve", reason = "Reviewed and tested." };
        var (status, refusal) = await story.People["max"].TryAsync(HttpMethod.Post, approvals, yes);
        status.ShouldBe(HttpStatusCode.Forbidden);
        refusal!.ToJsonString().ShouldContain("segregation-of-duties");
        (await story.People["anna"].TryAsync(HttpMethod.Post, approvals, yes)).Status.ShouldBe(
            HttpStatusCode.Forbidden,
            "a customer does not approve"
        );

        await story.People["mia"].PostAsync(approvals, yes);
    }
}
