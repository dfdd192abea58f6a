using System.Text.Json.Nodes;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.Web.Tests.Browser;
using Microsoft.Playwright;

namespace FlowPlatform.Web.Tests;

/// <summary>The queue is worked off without a mouse; what somebody else decided meanwhile is said.</summary>
public sealed class TriageInThePageTests(PlatformFixture platform, ChromiumFixture chromium)
{
    [Fact]
    public async Task Given_four_requests_Then_keys_alone_ask_decline_undo_link_and_accept()
    {
        var people = platform.People;
        var titles = new[] { "Journal", "Ledger close", "Fax gateway", "Payment run" }.Select(Asked.Title).ToArray();
        // The last one asks for the same as the one before it.
        var twin = $"{titles[3]} again";
        var requests = new List<JsonNode>();
        foreach (var title in titles.Append(twin))
        {
            requests.Add(await Asked.ByAbbyAsync(people, title));
        }

        await using var lena = await AtAsync(requests[0]);
        var keys = lena.Page.Keyboard;

        await keys.PressAsync("q");
        await SayAsync(lena, "Which journal?");
        await keys.PressAsync("j");
        await LooksAtAsync(lena, titles[1]);
        await keys.PressAsync("a");
        await Assertions.Expect(lena.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await keys.PressAsync("Enter");
        await LooksAtAsync(lena, titles[2]);
        await keys.PressAsync("d");
        await SayAsync(lena, "Nobody sends a fax any more.");
        await LooksAtAsync(lena, titles[3]);
        await EventuallyAsync(requests[2], "Declined");
        await keys.PressAsync("u");
        await EventuallyAsync(requests[2], "Submitted");
        await LooksAtAsync(lena, titles[3]);
        await keys.PressAsync("j");
        await LooksAtAsync(lena, twin);
        await keys.PressAsync("l");
        await LinkToFirstAsync(lena, titles[3]);

        await EventuallyAsync(requests[4], "Linked");
        await EventuallyAsync(requests[1], "Triaged");
        (await Asked.StatusAsync(people, Places.Text(requests[0], "id"))).ShouldBe("Submitted");
        var words = await people["abby"].GetAsync($"/api/intake/requests/{Places.Text(requests[0], "id")}/comments");
        Places.Text(words["items"]!.AsArray().Single()!, "text").ShouldBe("Which journal?");
        var linked = await Asked.ReadAsync(people, Places.Text(requests[4], "id"));
        Places.Text(linked, "duplicateOfId").ShouldBe(Places.Text(requests[3], "id"));
        lena.TakeFailures().ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_request_accepted_by_mistake_Then_the_notice_takes_it_back_to_the_queue()
    {
        var request = await Asked.ByAbbyAsync(platform.People, Asked.Title("Too early"));
        await using var lena = await AtAsync(request);

        await lena.Page.Keyboard.PressAsync("Shift+A");
        await EventuallyAsync(request, "Triaged");
        await lena.Page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();

        await EventuallyAsync(request, "Submitted");
        await Assertions.Expect(lena.Page.GetByText("Back in the queue")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Given_several_selected_Then_one_reason_declines_them_all_and_one_undo_brings_all_back()
    {
        var first = await Asked.ByAbbyAsync(platform.People, Asked.Title("Old report A"));
        var second = await Asked.ByAbbyAsync(platform.People, Asked.Title("Old report B"));
        await using var lena = await AtAsync(first);

        await lena.Page.Keyboard.PressAsync("x");
        await lena.Page.Keyboard.PressAsync("j");
        await LooksAtAsync(lena, Places.Text(second, "title"));
        await lena.Page.Keyboard.PressAsync("x");
        var bar = lena.Region("2 selected");
        await bar.GetByRole(AriaRole.Button, new() { Name = "Decline" }).ClickAsync();
        await SayAsync(lena, "The report is not used any more.");

        await EventuallyAsync(first, "Declined");
        await EventuallyAsync(second, "Declined");
        await Assertions.Expect(bar).ToHaveCountAsync(0);
        await lena.Page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();
        await EventuallyAsync(first, "Submitted");
        await EventuallyAsync(second, "Submitted");
        await Assertions.Expect(lena.Page.GetByText("Back in the queue: 2 requests")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Given_a_request_that_somebody_else_decided_meanwhile_Then_it_is_said_and_nothing_is_decided_twice()
    {
        var request = await Asked.ByAbbyAsync(platform.People, Asked.Title("Asked of two"));
        var path = $"/api/intake/requests/{Places.Text(request, "id")}/triage";
        await using var lena = await AtAsync(request);
        await lena.Page.RouteAsync(
            $"**{path}",
            async route =>
            {
                await platform.People["max"].PostAsync(path, new { decision = "Decline", reason = "Max was first" });
                await route.ContinueAsync();
            }
        );

        await lena.Page.Keyboard.PressAsync("d");
        await SayAsync(lena, "Lena was second");

        await Assertions
            .Expect(lena.Page.GetByRole(AriaRole.Alert).First)
            .ToContainTextAsync("Somebody else decided it meanwhile");
        var now = await Asked.ReadAsync(platform.People, Places.Text(request, "id"));
        Places.Text(now, "statusReason").ShouldBe("Max was first");
    }

    private static async Task SayAsync(Person person, string words)
    {
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();
        await person.Page.Keyboard.TypeAsync(words);
        await person.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(person.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private static async Task LinkToFirstAsync(Person person, string title)
    {
        var dialog = person.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.GetByRole(AriaRole.Textbox)).ToBeFocusedAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Listitem).First).ToContainTextAsync(title);
        await person.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }

    private static Task LooksAtAsync(Person person, string title) =>
        Assertions
            .Expect(
                person.Page.GetByRole(
                    AriaRole.Heading,
                    new()
                    {
                        Level = 2,
                        Name = title,
                        Exact = true,
                    }
                )
            )
            .ToBeVisibleAsync();

    private async Task EventuallyAsync(JsonNode request, string status) =>
        await TestKit.Eventually.Holds(
            async () => await Asked.StatusAsync(platform.People, Places.Text(request, "id")) == status,
            $"{Places.Text(request, "key")} is {status}"
        );

    private async Task<Person> AtAsync(JsonNode request)
    {
        var lena = await Person.ComeAsync(chromium, platform, "lena");
        await lena.Page.GotoAsync($"/triage?request={Places.Text(request, "id")}");
        await LooksAtAsync(lena, Places.Text(request, "title"));
        return lena;
    }
}
