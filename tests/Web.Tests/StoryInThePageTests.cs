using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.TestKit;
using FlowPlatform.Web.Tests.Browser;
using Microsoft.Playwright;

namespace FlowPlatform.Web.Tests;

/// <summary>
/// The case study as five people live it, in five browsers at once: the customers agree, the slots are filled before the
/// team's eyes, and a regulated card passes its gate only after somebody else approved its change.
/// </summary>
public sealed class StoryInThePageTests(PlatformFixture platform, ChromiumFixture chromium)
{
    [Fact]
    public async Task Given_a_session_half_way_Then_three_customers_agree_and_the_team_sees_the_cards_come_and_pass_the_gate()
    {
        var people = platform.People;
        var room = $"/sessions/{await Places.OpenSessionAsync(people)}";
        var board = $"/boards/{await Places.BoardAsync(people)}";
        await using var anna = await ComeAsync("anna", room);
        await using var theo = await ComeAsync("theo", room);
        await using var carl = await ComeAsync("carl", room);
        await using var max = await ComeAsync("max", board);
        await using var mia = await ComeAsync("mia", "/my-work");
        var before = await max.Page.Locator("ul[aria-label^='To do,'] [data-card]").CountAsync();

        await RankAsync(carl);
        foreach (var customer in new[] { anna, theo, carl })
        {
            await customer.Button("I can live with it").ClickAsync();
        }

        await Assertions.Expect(carl.Page.GetByText("They are on the board now.")).ToBeVisibleAsync(Patient);
        await Assertions
            .Expect(max.Page.Locator("ul[aria-label^='To do,'] [data-card]"))
            .Not.ToHaveCountAsync(before, new() { Timeout = 30_000 });
        await ApproveAsync(max, mia);
        await PassTheGateAsync(max);
    }

    private static LocatorAssertionsToBeVisibleOptions Patient => new() { Timeout = 30_000 };

    private static async Task RankAsync(Person carl)
    {
        var first = carl
            .Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Rank ", default, TimeSpan.FromSeconds(1)) })
            .First;
        await first.ClickAsync();
        await first.ClickAsync();
        await carl.Button("Cast the ballot").ClickAsync();
        await Assertions.Expect(carl.Page.GetByText("Ballots revealed")).ToBeVisibleAsync(Patient);
    }

    private async Task ApproveAsync(Person max, Person mia)
    {
        var change = $"/changes/{await Places.WaitingChangeAsync(platform.People)}";
        await using var author = await ComeAsync("max", change);
        await JudgeAsync(author, "Looks good to me");
        await Assertions.Expect(author.Page.GetByRole(AriaRole.Alert).First).ToBeVisibleAsync();

        await mia.Page.GotoAsync(change);
        await JudgeAsync(mia, "Reviewed and tested");
        await Assertions.Expect(mia.Page.GetByText("Authorised").First).ToBeVisibleAsync(Patient);
        await Assertions.Expect(max.Page.GetByLabel("Change approved").First).ToBeVisibleAsync(Patient);
    }

    private static async Task JudgeAsync(Person person, string reason)
    {
        await person.Button("Approve").First.ClickAsync();
        var dialog = person.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox).FillAsync(reason);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Approve", Exact = true }).ClickAsync();
    }

    private async Task PassTheGateAsync(Person max)
    {
        var card = await Places.CardInAsync(platform.People, "Test", one => one["isRegulated"]!.GetValue<bool>());
        var id = Places.Text(card, "id");
        await max.Page.Locator($"[data-card-button='{id}']").FocusAsync();

        await max.Page.Keyboard.PressAsync("Shift+ArrowRight");

        await Assertions.Expect(max.Page.Locator($"ul[aria-label^='Deploy,'] [data-card='{id}']")).ToBeVisibleAsync();
        // The page shows a move before the server has it.
        await Eventually.Holds(() => Places.IsInAsync(platform.People, "Deploy", id), "the card behind the gate");
    }

    private async Task<Person> ComeAsync(string mailbox, string path)
    {
        var person = await Person.ComeAsync(chromium, platform, mailbox);
        await person.Page.GotoAsync(path);
        await person.Page.Locator("h1").First.WaitForAsync();
        return person;
    }
}
