using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.Web.Tests.Browser;
using Microsoft.Playwright;

namespace FlowPlatform.Web.Tests;

/// <summary>Cards are moved with the keyboard, the menu and the mouse; what refuses is explained; others see it live.</summary>
public sealed class MoveInThePageTests(PlatformFixture platform, ChromiumFixture chromium)
{
    [Fact]
    public async Task Given_a_regulated_card_before_the_gate_Then_the_refusal_says_what_to_do_and_the_card_stays()
    {
        var card = await Places.RegulatedBeforeTheGateAsync(platform.People);
        await using var max = await OnTheBoardAsync("max");
        var tile = Tile(max, Places.Text(card, "id"));
        await tile.Locator("[data-card-button]").FocusAsync();

        await max.Page.Keyboard.PressAsync("Shift+ArrowRight");

        var alert = max.Page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(alert).ToContainTextAsync("asks a regulated card for an approved change");
        await Assertions.Expect(alert).ToContainTextAsync("Raise a change for this card");
        await Assertions.Expect(InColumn(max, "Test", Places.Text(card, "id"))).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Given_a_card_held_over_a_column_that_refuses_it_Then_the_column_says_why_before_the_drop()
    {
        var card = await Places.RegulatedBeforeTheGateAsync(platform.People);
        await using var max = await OnTheBoardAsync("max");
        await Tile(max, Places.Text(card, "id")).HoverAsync();
        await max.Page.Mouse.DownAsync();
        await max.Page.Mouse.MoveAsync(700, 400, new() { Steps = 8 });

        await Assertions.Expect(max.Page.GetByText("Deploy asks for an approved change").First).ToBeVisibleAsync();

        // Let go over the column that refuses: nothing moves.
        await max.Page.Locator("ul[aria-label^='Deploy,']").HoverAsync();
        await max.Page.Mouse.UpAsync();
        await Assertions.Expect(InColumn(max, "Test", Places.Text(card, "id"))).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Given_two_people_on_a_board_Then_a_move_by_menu_is_seen_by_the_other_without_asking()
    {
        var card = await Places.CardInAsync(platform.People, "Develop");
        var id = Places.Text(card, "id");
        await using var lena = await OnTheBoardAsync("lena");
        await using var tess = await OnTheBoardAsync("tess");
        await Tile(tess, id).Locator("[data-card-button]").FocusAsync();
        await tess.Page.Keyboard.PressAsync(".");

        await tess.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Analyse" }).ClickAsync();

        await Assertions.Expect(InColumn(tess, "Analyse", id)).ToBeVisibleAsync();
        await Assertions.Expect(InColumn(lena, "Analyse", id)).ToBeVisibleAsync();
        await platform.People["tess"].PostAsync($"/api/board/cards/{id}/moves", new { toColumn = "Develop" });
    }

    [Fact]
    public async Task Given_two_people_who_move_the_same_card_Then_the_slower_one_is_told_and_sees_what_it_is_now()
    {
        var card = await Places.CardInAsync(platform.People, "Develop");
        var id = Places.Text(card, "id");
        await using var tess = await OnTheBoardAsync("tess");
        await tess.Page.RouteAsync(
            $"**/cards/{id}/moves",
            async route =>
            {
                await platform
                    .People["mia"]
                    .PostAsync($"/api/board/cards/{id}/moves", new { toColumn = "Analyse", pull = false });
                await route.ContinueAsync();
            }
        );
        await Tile(tess, id).Locator("[data-card-button]").FocusAsync();

        await tess.Page.Keyboard.PressAsync("Shift+ArrowRight");

        await Assertions.Expect(tess.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Somebody else was faster");
        await Assertions.Expect(InColumn(tess, "Analyse", id)).ToBeVisibleAsync();
        await platform
            .People["mia"]
            .PostAsync($"/api/board/cards/{id}/moves", new { toColumn = "Develop", pull = false });
    }

    private static ILocator Tile(Person person, string card) => person.Page.Locator($"[data-card='{card}']");

    private static ILocator InColumn(Person person, string column, string card) =>
        person.Page.Locator($"ul[aria-label^='{column},']").Locator($"[data-card='{card}']");

    private async Task<Person> OnTheBoardAsync(string mailbox)
    {
        var person = await Person.ComeAsync(chromium, platform, mailbox);
        await person.Page.GotoAsync($"/boards/{await Places.BoardAsync(platform.People)}");
        await Assertions.Expect(person.Page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        return person;
    }
}
