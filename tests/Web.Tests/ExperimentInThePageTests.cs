using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.Web.Tests.Browser;
using Microsoft.Playwright;
using static FlowPlatform.Web.Tests.Browser.Places;

namespace FlowPlatform.Web.Tests;

/// <summary>Retrospectives in the page: an experiment is started with a limit, discarded, another one kept on evidence.</summary>
public sealed class ExperimentInThePageTests(PlatformFixture platform, ChromiumFixture chromium)
{
    [Fact]
    public async Task Given_a_limit_to_try_Then_it_is_in_force_at_once_and_discarding_brings_the_former_one_back()
    {
        var history = await FlowHistory.WithAsync(platform.People);
        await using var ada = await OnAsync(history);
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Start an experiment" }).First.ClickAsync();
        var form = ada.Page.GetByRole(AriaRole.Dialog);
        await form.GetByLabel("What do you believe?").FillAsync("With fewer in Develop, they are done sooner");
        await form.GetByLabel("Develop").FillAsync("2");

        await form.GetByRole(AriaRole.Button, new() { Name = "Start an experiment" }).ClickAsync();

        var entry = ada.Page.GetByRole(
            AriaRole.Article,
            new() { Name = "With fewer in Develop, they are done sooner" }
        );
        await Assertions.Expect(entry).ToContainTextAsync("It changed the policy from version 1 to 2.");
        (await LimitOfDevelopAsync(history)).ShouldBe(2);
        await Assertions.Expect(entry.GetByRole(AriaRole.Button, new() { Name = "Keep" })).ToBeDisabledAsync();

        await entry.GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();
        await ada.Page.GetByRole(AriaRole.Dialog).GetByLabel("Reason").FillAsync("Nobody could work");
        await ada.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Discard" }).ClickAsync();

        await Assertions.Expect(entry).ToContainTextAsync("Nobody could work");
        (await LimitOfDevelopAsync(history)).ShouldBe(4);
    }

    [Fact]
    public async Task Given_an_experiment_that_is_over_Then_it_is_kept_with_its_evidence_and_remembered()
    {
        var history = await FlowHistory.WithAsync(platform.People);
        var ends = TimeProvider.System.GetUtcNow().AddSeconds(1);
        var started = await platform
            .People["ada"]
            .PostAsync(
                "/api/board/experiments",
                new
                {
                    boardId = history.Board,
                    hypothesis = "Pairing shortens the test",
                    metric = "CycleTime",
                    direction = "Decrease",
                    smallestEffect = 0.5,
                    endsAt = ends,
                }
            );
        await Task.Delay(ends - TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(200));
        await using var ada = await OnAsync(history);
        await Assertions
            .Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = "For the next retrospective" }))
            .ToBeVisibleAsync();
        var entry = ada.Page.GetByRole(AriaRole.Article, new() { Name = "Pairing shortens the test" });
        await Assertions.Expect(entry).ToContainTextAsync("Fewer than fourteen days were compared.");

        await entry.GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        await ada.Page.GetByRole(AriaRole.Dialog).GetByLabel("Reason").FillAsync("We like it");
        await ada.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();

        await Assertions.Expect(entry).ToContainTextAsync("We like it");
        await Assertions
            .Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = "Retrospective of" }))
            .ToBeVisibleAsync();
        var kept = await platform.People["ada"].GetAsync($"/api/board/experiments/{Text(started, "id")}");
        Text(kept["experiment"]!, "status").ShouldBe("Kept");
        Text(kept["experiment"]!, "reason").ShouldBe("We like it");
    }

    [Fact]
    public async Task Given_definitions_that_differ_Then_the_benefit_report_compares_nothing_and_says_why()
    {
        var history = await FlowHistory.WithAsync(platform.People);
        await using var ada = await Person.ComeAsync(chromium, platform, "ada");
        const string reason = "2 definitions of what is begun, finished or a queue were in force within the windows";
        // A definition cannot be changed in the past, so the service's own refusal is answered in its place.
        await ada.Page.RouteAsync(
            "**/metrics/benefit?*",
            route =>
                route.FulfillAsync(
                    new()
                    {
                        Status = 409,
                        ContentType = "application/problem+json",
                        Body = $$"""{"title":"{{reason}}","status":409,"code":"definitions-differ"}""",
                    }
                )
        );

        await ada.Page.GotoAsync($"/flow/{history.Board}/benefit");

        var refusal = ada.Page.GetByRole(AriaRole.Alert);
        await Assertions.Expect(refusal).ToContainTextAsync("No comparison");
        await Assertions.Expect(refusal).ToContainTextAsync(reason);
        await ada.Page.UnrouteAllAsync();
        await ada.Page.ReloadAsync();
        await Assertions.Expect(ada.Page.GetByText("Lead time, half within")).ToBeVisibleAsync();
    }

    private async Task<int> LimitOfDevelopAsync(FlowHistory history)
    {
        var workflow = await platform.People["ada"].GetAsync($"/api/board/boards/{history.Board}/workflow");
        var develop = workflow["columns"]!.AsArray().Single(column => Text(column!, "name") == "Develop")!;
        return develop["wipLimit"]!.GetValue<int>();
    }

    private async Task<Person> OnAsync(FlowHistory history)
    {
        var person = await Person.ComeAsync(chromium, platform, "ada");
        await person.Page.GotoAsync($"/flow/{history.Board}/experiments");
        await Assertions.Expect(person.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
        return person;
    }
}
