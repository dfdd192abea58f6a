using System.Text.Json.Nodes;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.TestKit;
using FlowPlatform.Web.Tests.Browser;
using Microsoft.Playwright;

namespace FlowPlatform.Web.Tests;

/// <summary>What is written on a card in its panel is there for everybody, and one's own move can be taken back.</summary>
public sealed class CardInThePageTests(PlatformFixture platform, ChromiumFixture chromium, Stage stage)
    : IClassFixture<Stage>
{
    [Fact]
    public async Task Given_a_card_Then_a_step_is_added_and_ticked_off_and_a_bad_address_is_refused_at_its_field()
    {
        await using var member = await AtTheCardAsync();
        var panel = member.Page.GetByRole(AriaRole.Dialog);
        await panel.GetByLabel("Add a step").FillAsync("Send it to Controlling");
        await member.Page.Keyboard.PressAsync("Enter");
        await panel.GetByLabel("Send it to Controlling", new() { Exact = true }).CheckAsync();
        await EventuallyAsync(
            notes =>
                notes["checklist"]!.AsArray().Any(Is("text", "Send it to Controlling", step => Flag(step, "isDone"))),
            "the step ticked off"
        );

        await panel.GetByRole(AriaRole.Button, new() { Name = "Add a link" }).ClickAsync();
        var form = member.Page.GetByRole(AriaRole.Dialog, new() { Name = "Add a link" });
        await form.GetByLabel("Address").FillAsync("not an address");
        await form.GetByRole(AriaRole.Button, new() { Name = "Add a link" }).ClickAsync();
        await Assertions
            .Expect(form.GetByText("An attachment is an absolute http or https address."))
            .ToBeVisibleAsync();
        await form.GetByLabel("Address").FillAsync("https://wiki.flow.example/figures");
        await form.GetByRole(AriaRole.Button, new() { Name = "Add a link" }).ClickAsync();
        await EventuallyAsync(
            notes => notes["attachments"]!.AsArray().Any(Is("url", "https://wiki.flow.example/figures")),
            "the link on the card"
        );
    }

    [Fact]
    public async Task Given_an_at_sign_Then_a_person_is_suggested_and_finds_the_comment_among_the_mentions()
    {
        await using var member = await AtTheCardAsync();
        await member.Page.GetByRole(AriaRole.Tab, new() { Name = "Comments" }).ClickAsync();
        await member.Page.GetByLabel("Comment", new() { Exact = true }).PressSequentiallyAsync("Look at this, @le");
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Option, new() { Name = "Lea Lind" })).ToBeVisibleAsync();
        await member.Page.Keyboard.PressAsync("Enter");
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();

        await Eventually.Holds(
            async () =>
                (await platform.People[stage.Lead].GetAsync("/api/board/people/me/mentions"))["items"]!
                    .AsArray()
                    .Any(Is("text", "Look at this, @Lea Lind")),
            "the lead mentioned"
        );
        await using var lead = await Person.ComeAsync(chromium, platform, stage.Lead);
        await Assertions.Expect(lead.Page.GetByText("Look at this, @Lea Lind")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Given_ones_own_move_Then_a_key_takes_it_back()
    {
        var card = await CardInAsync("To do");
        await using var member = await Person.ComeAsync(chromium, platform, stage.Member);
        await member.Page.GotoAsync($"/boards/{stage.BoardId}");
        await member.Page.Locator($"[data-card-button='{card}']").FocusAsync();

        await member.Page.Keyboard.PressAsync("Shift+ArrowRight");
        await Assertions
            .Expect(member.Page.Locator($"ul[aria-label^='Analyse,'] [data-card='{card}']"))
            .ToBeVisibleAsync();
        await Eventually.Holds(async () => await ColumnOfAsync(card) == "Analyse", "the card moved");
        await member.Page.Locator($"[data-card-button='{card}']").FocusAsync();
        await member.Page.Keyboard.PressAsync("u");

        await Assertions
            .Expect(member.Page.Locator($"ul[aria-label^='To do,'] [data-card='{card}']"))
            .ToBeVisibleAsync();
        (await ColumnOfAsync(card)).ShouldBe("To do");
    }

    [Fact]
    public async Task Given_an_impossible_definition_Then_the_reason_stands_at_the_field_and_nothing_is_saved()
    {
        await using var lead = await Person.ComeAsync(chromium, platform, stage.Lead);
        await lead.Page.GotoAsync($"/boards/{stage.BoardId}/workflow");
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Add a group" }).ClickAsync();
        await lead.Region("Groups of columns").GetByLabel("Name").FillAsync("Build");

        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Save as the next version" }).ClickAsync();

        var reason = "Group 'Build' must name open columns of this board.";
        await Assertions.Expect(lead.Region("Groups of columns").GetByText(reason)).ToBeVisibleAsync();
        var saved = await platform.People[stage.Lead].GetAsync($"/api/board/boards/{stage.BoardId}/workflow");
        saved["version"]!.GetValue<int>().ShouldBe(1);
    }

    private static Func<JsonNode?, bool> Is(string member, string text, Func<JsonNode, bool>? also = null) =>
        node => Places.Text(node!, member) == text && (also?.Invoke(node!) ?? true);

    private static bool Flag(JsonNode node, string member) => node[member]!.GetValue<bool>();

    private Task EventuallyAsync(Func<JsonNode, bool> holds, string what) =>
        Eventually.Holds(
            async () =>
                holds((await platform.People[stage.Lead].GetAsync($"/api/board/cards/{stage.CardId}"))["notes"]!),
            what
        );

    private async Task<string> ColumnOfAsync(string card) =>
        Places.Text((await platform.People[stage.Lead].GetAsync($"/api/board/cards/{card}"))["card"]!, "column");

    private async Task<string> CardInAsync(string column)
    {
        var board = await platform.People[stage.Lead].GetAsync($"/api/board/boards/{stage.BoardId}");
        var there = board["columns"]!.AsArray().Single(one => Places.Text(one!["column"]!, "name") == column)!;
        return Places.Text(there["cards"]![0]!, "id");
    }

    private async Task<Person> AtTheCardAsync()
    {
        var member = await Person.ComeAsync(chromium, platform, stage.Member);
        await member.Page.GotoAsync($"/boards/{stage.BoardId}?card={stage.CardId}");
        await member.Page.GetByRole(AriaRole.Tab, new() { Name = "Details" }).WaitForAsync();
        return member;
    }
}
