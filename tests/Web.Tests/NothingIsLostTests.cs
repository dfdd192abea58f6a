using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.Web.Tests.Browser;
using Microsoft.Playwright;

namespace FlowPlatform.Web.Tests;

/// <summary>A session that ends and a connection that breaks, while somebody types.</summary>
public sealed class NothingIsLostTests(PlatformFixture platform, ChromiumFixture chromium)
{
    private const string Words = "The bank has answered: it needs our certificate.";

    [Fact]
    public async Task Given_a_session_that_ended_Then_what_was_typed_is_sent_after_signing_in_again()
    {
        await using var mia = await AtACommentAsync();
        await mia.Page.GetByLabel("Comment", new() { Exact = true }).FillAsync(Words);
        await mia.Context.ClearCookiesAsync();

        await mia.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Assertions.Expect(mia.Page.GetByText("Your session has ended")).ToBeVisibleAsync();
        await mia.FillSignInAsync("mia", platform.People.PasswordOf("mia"));

        await Assertions.Expect(mia.Page.GetByText(Words).First).ToBeVisibleAsync();
        await Assertions.Expect(mia.Page.GetByText("Your session has ended")).ToHaveCountAsync(0);
        await Assertions.Expect(mia.Page.GetByLabel("Comment", new() { Exact = true })).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Given_a_lost_connection_Then_it_is_said_and_healed_and_the_text_is_still_there()
    {
        await using var mia = await AtACommentAsync();
        await mia.Page.GetByLabel("Comment", new() { Exact = true }).FillAsync(Words);

        await mia.Context.SetOfflineAsync(true);
        await Assertions.Expect(mia.Page.GetByText("Connection lost. It is tried again")).ToBeVisibleAsync();
        await mia.Context.SetOfflineAsync(false);

        await Assertions
            .Expect(mia.Page.GetByText("Connection lost. It is tried again"))
            .ToHaveCountAsync(0, new() { Timeout = 20_000 });
        await Assertions.Expect(mia.Page.GetByLabel("Comment", new() { Exact = true })).ToHaveValueAsync(Words);
    }

    private async Task<Person> AtACommentAsync()
    {
        var card = await Places.CardInAsync(platform.People, "Test");
        var mia = await Person.ComeAsync(chromium, platform, "mia");
        var board = await Places.BoardAsync(platform.People);
        await mia.Page.GotoAsync($"/boards/{board}?card={Places.Text(card, "id")}");
        await mia.Page.GetByRole(AriaRole.Tab, new() { Name = "Comments" }).ClickAsync();
        return mia;
    }
}
