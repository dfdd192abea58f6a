using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.Web.Tests.Browser;
using Microsoft.Playwright;

namespace FlowPlatform.Web.Tests;

/// <summary>The requester's own view follows by itself, and says at every step why it waits.</summary>
public sealed class RequesterInThePageTests(PlatformFixture platform, ChromiumFixture chromium)
{
    private const string Blocked = "The bank does not answer";

    [Fact]
    public async Task Given_a_question_an_answer_and_a_decision_Then_the_requester_sees_each_without_loading_again()
    {
        var request = await Asked.ByAbbyAsync(platform.People, Asked.Title("Cost centre for the new branch"));
        var path = $"/api/intake/requests/{Places.Text(request, "id")}";
        await using var abby = await AtAsync("abby", request);
        await SeesAsync(abby, "Finance Systems has not looked at it yet");

        await platform.People["lena"].PostAsync($"{path}/comments", new { text = "Which branch is it?" });
        await SeesAsync(abby, "Lena Lindner asked you something");
        await Assertions.Expect(abby.Page.GetByText("Which branch is it?")).ToBeVisibleAsync();
        await abby.Page.GetByLabel("Answer or comment").FillAsync("Leipzig");
        await abby.Button("Send").ClickAsync();
        await SeesAsync(abby, "The answer is there");
        var body = new { decision = "Accept", teamId = DemoPeople.FinanceSystems };
        await platform.People["lena"].PostAsync($"{path}/triage", body);

        await SeesAsync(abby, "The team has accepted it");
        await Assertions.Expect(Step(abby)).ToContainTextAsync("Agreement");
        abby.TakeFailures().ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_a_card_that_is_blocked_Then_its_request_says_what_blocks_it_until_it_goes_on()
    {
        var card = await Places.CardInAsync(platform.People, "Develop");
        var path = $"/api/board/cards/{Places.Text(card, "id")}/blockers";
        await using var lena = await AtAsync("lena", card);
        await SeesAsync(lena, "works on it, in “Develop”");

        var blocked = await platform.People["max"].PostAsync(path, new { reason = "Supplier", note = Blocked });
        await SeesAsync(lena, Blocked);
        var blocker = (await platform.People["max"].GetAsync($"/api/board/cards/{Places.Text(card, "id")}"))[
            "blockers"
        ]!.AsArray()[^1]!;
        await platform.People["max"].PostAsync($"{path}/{Places.Text(blocker, "id")}:resolve", new { });

        await SeesAsync(lena, "works on it, in “Develop”");
        blocked.ShouldNotBeNull();
    }

    [Fact]
    public async Task Given_a_request_that_waits_Then_its_requester_edits_it_withdraws_it_and_asks_again()
    {
        var request = await Asked.ByAbbyAsync(platform.People, Asked.Title("Posting text is cut off"));
        var id = Places.Text(request, "id");
        var better = Asked.Title("Posting text is cut off after 30 letters");
        await using var abby = await AtAsync("abby", request);

        await abby.Button("Edit").ClickAsync();
        await Dialog(abby).GetByRole(AriaRole.Textbox, new() { Name = "Title" }).FillAsync(better);
        await Dialog(abby).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(Dialog(abby)).ToHaveCountAsync(0);
        await Assertions.Expect(abby.Page.Locator("h1")).ToHaveTextAsync(better);
        Places.Text(await Asked.ReadAsync(platform.People, id), "title").ShouldBe(better);
        await abby.Button("Withdraw").ClickAsync();
        await GiveReasonAsync(abby, "Withdraw", "Solved by a setting");
        await SeesAsync(abby, "It was withdrawn: Solved by a setting");
        (await Asked.StatusAsync(platform.People, id)).ShouldBe("Withdrawn");
        await abby.Button("Ask again").ClickAsync();
        await GiveReasonAsync(abby, "Ask again", "The setting is gone");

        await SeesAsync(abby, "has not looked at it yet");
        (await Asked.StatusAsync(platform.People, id)).ShouldBe("Submitted");
    }

    [Fact]
    public async Task Given_somebody_who_was_faster_Then_an_edit_is_refused_in_words_and_the_typing_stays()
    {
        var request = await Asked.ByAbbyAsync(platform.People, Asked.Title("Currency table of last month"));
        var id = Places.Text(request, "id");
        await using var abby = await AtAsync("abby", request);
        await abby.Button("Edit").ClickAsync();
        var description = Dialog(abby).GetByRole(AriaRole.Textbox, new() { Name = "Description" });
        await description.FillAsync("For the group report.");
        await abby.Page.RouteAsync(
            $"**/requests/{id}",
            async route =>
            {
                if (route.Request.Method == "PUT")
                {
                    await ChangeAsync(id, "Changed meanwhile by the team");
                }

                await route.ContinueAsync();
            },
            new() { Times = 1 }
        );

        await Dialog(abby).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Assertions
            .Expect(Dialog(abby).GetByRole(AriaRole.Alert))
            .ToContainTextAsync("Somebody changed it while you typed");
        await Assertions.Expect(description).ToHaveValueAsync("For the group report.");
    }

    private async Task ChangeAsync(string id, string description)
    {
        var request = await Asked.ReadAsync(platform.People, id);
        request["description"] = description;
        await platform.People["lena"].PutAsync($"/api/intake/requests/{id}", request);
    }

    private static async Task GiveReasonAsync(Person person, string button, string reason)
    {
        await Dialog(person).GetByRole(AriaRole.Textbox).FillAsync(reason);
        await Dialog(person).GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(Dialog(person)).ToHaveCountAsync(0);
    }

    private static ILocator Dialog(Person person) => person.Page.GetByRole(AriaRole.Dialog);

    private static ILocator Step(Person person) => person.Page.Locator("[aria-current=step]");

    private static Task SeesAsync(Person person, string words) =>
        Assertions.Expect(person.Page.GetByText(words).First).ToBeVisibleAsync(new() { Timeout = 30_000 });

    private async Task<Person> AtAsync(string mailbox, System.Text.Json.Nodes.JsonNode request)
    {
        var person = await Person.ComeAsync(chromium, platform, mailbox);
        await person.Page.GotoAsync($"/requests/{Places.Text(request, "id")}");
        await person.Page.Locator("h1").First.WaitForAsync();
        return person;
    }
}
