using System.Net;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.Web.Tests.Browser;
using Microsoft.Playwright;

namespace FlowPlatform.Web.Tests;

/// <summary>The first screen: what waits for somebody comes and goes by itself, and a newcomer is shown around.</summary>
public sealed class MyWorkInThePageTests(PlatformFixture platform, ChromiumFixture chromium)
{
    [Fact]
    public async Task Given_a_question_about_a_request_Then_it_waits_for_its_requester_until_it_is_answered()
    {
        var request = await Asked.ByAbbyAsync(platform.People, Asked.Title("Fixed assets of the second plant"));
        var path = $"/api/intake/requests/{Places.Text(request, "id")}/comments";
        await using var abby = await Person.ComeAsync(chromium, platform, "abby");
        var waiting = Waiting(abby, Places.Text(request, "title"));
        await Assertions.Expect(abby.Region("My requests").GetByText(Places.Text(request, "title"))).ToBeVisibleAsync();
        await Assertions.Expect(waiting).ToHaveCountAsync(0);

        await platform.People["lena"].PostAsync(path, new { text = "Which of the two halls?" });
        await Assertions.Expect(waiting).ToContainTextAsync("Question", new() { Timeout = 30_000 });
        await platform.People["abby"].PostAsync(path, new { text = "The northern one." });
        await Assertions.Expect(waiting).ToHaveCountAsync(0, new() { Timeout = 30_000 });

        await platform.People["lena"].PostAsync(path, new { text = "Owned or rented?" });
        await waiting.ClickAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(abby.Page.GetByText("Owned or rented?")).ToBeVisibleAsync();
        abby.TakeFailures().ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_an_emergency_that_was_implemented_Then_its_review_waits_for_who_had_no_hand_in_it()
    {
        var title = Asked.Title("Stop the double posting");
        await using var mia = await Person.ComeAsync(chromium, platform, "mia");
        await using var max = await Person.ComeAsync(chromium, platform, "max");
        var raised = await platform.People["max"].PostAsync("/api/changes", Emergency(title), HttpStatusCode.Created);
        var change = $"/api/changes/{Places.Text(raised["change"]!, "id")}";

        await platform.People["max"].PostAsync($"{change}:implement", new { });

        await Assertions.Expect(Waiting(mia, title)).ToContainTextAsync("Review", new() { Timeout = 30_000 });
        await max.Page.ReloadAsync();
        var list = max.Region("Waiting for me");
        await Assertions
            .Expect(list.GetByRole(AriaRole.Link).Or(list.GetByText("Nothing waits for you.")).First)
            .ToBeVisibleAsync();
        await Assertions.Expect(Waiting(max, title)).ToHaveCountAsync(0);
        await platform.People["mia"].PostAsync($"{change}/review", new { reason = "Right, and undone by night." });
        await Assertions.Expect(Waiting(mia, title)).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        mia.TakeFailures().ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_newcomer_Then_the_tour_leads_through_the_screens_and_back_and_is_offered_once()
    {
        await using var max = await Person.ComeAsync(chromium, platform, "max");
        await max.Button("Show me around").ClickAsync();
        await ShowsAsync(max, "What is yours", "**/my-work");
        await max.Button("Next").ClickAsync();
        await ShowsAsync(max, "The whole workload", "**/boards/*");
        await max.Button("Next").ClickAsync();
        await ShowsAsync(max, "Why a card takes so long", "**/boards/*");
        await max.Button("Next").ClickAsync();
        await ShowsAsync(max, "Agreeing on what comes next", "**/sessions");
        await max.Button("Back").ClickAsync();
        await ShowsAsync(max, "Why a card takes so long", "**/boards/*");
        await max.Button("Next").ClickAsync();
        await max.Button("Next").ClickAsync();
        await ShowsAsync(max, "Through the gate", "**/changes");
        await max.Button("Next").ClickAsync();
        await ShowsAsync(max, "How it flows", "**/flow/**");
        await max.Region("Tour").GetByRole(AriaRole.Button, new() { Name = "End the tour" }).Last.ClickAsync();

        await Assertions.Expect(max.Region("Tour")).ToHaveCountAsync(0);
        await max.Page.GotoAsync("/my-work");
        await Assertions.Expect(max.Region("My avatars")).ToBeVisibleAsync();
        await Assertions.Expect(max.Page.GetByText("Show me around")).ToHaveCountAsync(0);
        max.TakeFailures().ShouldBeEmpty();
    }

    private static ILocator Waiting(Person person, string title) =>
        person.Region("Waiting for me").GetByRole(AriaRole.Link).Filter(new() { HasText = title });

    private static object Emergency(string title) =>
        new
        {
            teamId = DemoPeople.FinanceSystems,
            category = "Emergency",
            title,
            purpose = "Invoices are posted twice.",
            scope = "The posting run alone",
            systems = new[] { "ledger" },
            riskClass = "Medium",
            implementationDigest = "sha256:2e1d",
            testEvidence = "Tried on a copy",
        };

    private static async Task ShowsAsync(Person person, string title, string address)
    {
        await Assertions.Expect(person.Region("Tour").GetByRole(AriaRole.Heading)).ToHaveTextAsync(title);
        await person.Page.WaitForURLAsync(address);
        await person.Page.Locator("h1").First.WaitForAsync();
    }
}
