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
        var waiting = Panel(abby, "Waiting for me")
            .GetByRole(AriaRole.Link)
            .Filter(new() { HasText = Places.Text(request, "title") });
        await Assertions.Expect(Panel(abby, "My requests").GetByText(Places.Text(request, "title"))).ToBeVisibleAsync();
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
    public async Task Given_a_newcomer_Then_the_tour_leads_through_the_screens_and_back_and_is_offered_once()
    {
        await using var max = await Person.ComeAsync(chromium, platform, "max");
        await ClickAsync(max, "Show me around");
        await ShowsAsync(max, "What is yours", "**/my-work");
        await ClickAsync(max, "Next");
        await ShowsAsync(max, "The whole workload", "**/boards/*");
        await ClickAsync(max, "Next");
        await ShowsAsync(max, "Why a card takes so long", "**/boards/*");
        await ClickAsync(max, "Next");
        await ShowsAsync(max, "Agreeing on what comes next", "**/sessions");
        await ClickAsync(max, "Back");
        await ShowsAsync(max, "Why a card takes so long", "**/boards/*");
        await ClickAsync(max, "Next");
        await ClickAsync(max, "Next");
        await ShowsAsync(max, "Through the gate", "**/changes");
        await ClickAsync(max, "Next");
        await ShowsAsync(max, "How it flows", "**/flow/**");
        await Tour(max).GetByRole(AriaRole.Button, new() { Name = "End the tour" }).Last.ClickAsync();

        await Assertions.Expect(Tour(max)).ToHaveCountAsync(0);
        await max.Page.GotoAsync("/my-work");
        await Assertions.Expect(Panel(max, "My avatars")).ToBeVisibleAsync();
        await Assertions.Expect(max.Page.GetByText("Show me around")).ToHaveCountAsync(0);
        max.TakeFailures().ShouldBeEmpty();
    }

    private static ILocator Tour(Person person) => person.Page.GetByRole(AriaRole.Region, new() { Name = "Tour" });

    private static ILocator Panel(Person person, string title) =>
        person.Page.GetByRole(AriaRole.Region, new() { Name = title });

    private static Task ClickAsync(Person person, string button) =>
        person.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task ShowsAsync(Person person, string title, string address)
    {
        await Assertions.Expect(Tour(person).GetByRole(AriaRole.Heading)).ToHaveTextAsync(title);
        await person.Page.WaitForURLAsync(address);
        await person.Page.Locator("h1").First.WaitForAsync();
    }
}
