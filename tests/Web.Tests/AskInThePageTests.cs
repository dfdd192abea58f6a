using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.Web.Tests.Browser;
using Microsoft.Playwright;

namespace FlowPlatform.Web.Tests;

/// <summary>Somebody asks for something: sees what is alike, loses nothing, and is told why it waits.</summary>
public sealed class AskInThePageTests(PlatformFixture platform, ChromiumFixture chromium)
{
    [Fact]
    public async Task Given_a_title_that_is_open_already_Then_it_is_hinted_at_and_opens_and_the_typing_is_still_there()
    {
        var title = Asked.Title("Dunning run stops at the year end");
        var known = await Asked.ByAbbyAsync(platform.People, title);
        await using var abby = await AskingAsync("abby");
        await Description(abby).FillAsync("Since the update on Monday.");

        await Title(abby).FillAsync(title);
        var hint = abby.Page.GetByRole(AriaRole.Link, new() { Name = Places.Text(known, "key") });
        await hint.ClickAsync();
        await Assertions.Expect(Heading(abby, title)).ToBeVisibleAsync();
        await abby.Page.GoBackAsync();

        await Assertions.Expect(Title(abby)).ToHaveValueAsync(title);
        await Assertions.Expect(Description(abby)).ToHaveValueAsync("Since the update on Monday.");
        (await Asked.WithTitleAsync(platform.People, title)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Given_what_was_asked_Then_it_is_stored_as_said_and_shown_with_the_reason_why_it_waits()
    {
        var title = Asked.Title("Bank statements by e-mail");
        await using var abby = await AskingAsync("abby");
        await Title(abby).FillAsync(title);
        await ChooseAsync(abby, "Category of work", "Support");
        await ChooseAsync(abby, "Class of service", "Fixed date");
        await abby.Page.GetByLabel("Due date").FillAsync("2031-03-31");
        await ChooseAsync(abby, "Urgency", "High");

        await Send(abby).ClickAsync();

        await Assertions.Expect(Heading(abby, title)).ToBeVisibleAsync();
        await Assertions.Expect(abby.Page.GetByText("Nobody has looked at it yet")).ToBeVisibleAsync();
        var request = (await Asked.WithTitleAsync(platform.People, title)).ShouldHaveSingleItem();
        Places.Text(request, "category").ShouldBe("Support");
        Places.Text(request, "classOfService").ShouldBe("FixedDate");
        Places.Text(request, "dueDate").ShouldBe("2031-03-31");
        Places.Text(request, "priority").ShouldBe("P2");
    }

    [Fact]
    public async Task Given_a_refusal_of_the_server_Then_it_is_said_and_what_was_typed_stays_and_can_be_sent_mended()
    {
        var title = Asked.Title("Refactor the posting interface");
        await using var lena = await AskingAsync("lena");
        await Title(lena).FillAsync(title);
        await Description(lena).FillAsync("It takes a week to change a field.");

        // A team asks itself for technical debt and projects alone.
        await Send(lena).ClickAsync();
        await Assertions
            .Expect(lena.Page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("neither requester nor stakeholder");
        (await Asked.WithTitleAsync(platform.People, title)).ShouldBeEmpty();
        await lena.Page.ReloadAsync();
        await Assertions.Expect(Title(lena)).ToHaveValueAsync(title);
        await Assertions.Expect(Description(lena)).ToHaveValueAsync("It takes a week to change a field.");
        await ChooseAsync(lena, "Category of work", "Technical debt");
        await Send(lena).ClickAsync();

        await Assertions.Expect(Heading(lena, title)).ToBeVisibleAsync();
        Places
            .Text((await Asked.WithTitleAsync(platform.People, title)).ShouldHaveSingleItem(), "category")
            .ShouldBe("TechnicalDebt");
    }

    [Fact]
    public async Task Given_answers_that_are_lost_on_the_way_Then_sending_again_makes_no_second_request()
    {
        var title = Asked.Title("Read access for the new colleague");
        await using var abby = await AskingAsync("abby");
        await Title(abby).FillAsync(title);
        const string Requests = "**/api/intake/requests";
        await abby.Page.RouteAsync(
            Requests,
            async route =>
            {
                await route.FetchAsync();
                await route.AbortAsync("connectionreset");
            }
        );

        await Send(abby).ClickAsync();
        await Assertions
            .Expect(abby.Page.GetByText("The platform cannot be reached"))
            .ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(Title(abby)).ToHaveValueAsync(title);
        await abby.Page.UnrouteAsync(Requests);
        await Send(abby).ClickAsync();

        await Assertions.Expect(Heading(abby, title)).ToBeVisibleAsync();
        (await Asked.WithTitleAsync(platform.People, title)).ShouldHaveSingleItem();
    }

    private static ILocator Title(Person person) =>
        person.Page.GetByRole(AriaRole.Textbox, new() { Name = "Title", Exact = false });

    private static ILocator Description(Person person) =>
        person.Page.GetByRole(AriaRole.Textbox, new() { Name = "Description" });

    private static ILocator Send(Person person) =>
        person.Page.GetByRole(AriaRole.Button, new() { Name = "Send the request" });

    private static ILocator Heading(Person person, string title) =>
        person.Page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 });

    private static async Task ChooseAsync(Person person, string label, string choice)
    {
        await person.Page.GetByRole(AriaRole.Combobox, new() { Name = label }).ClickAsync();
        await person.Page.GetByRole(AriaRole.Option, new() { Name = choice, Exact = true }).ClickAsync();
    }

    private async Task<Person> AskingAsync(string mailbox)
    {
        var person = await Person.ComeAsync(chromium, platform, mailbox);
        await person.Page.GotoAsync("/requests/new");
        await Title(person).WaitForAsync();
        return person;
    }
}
