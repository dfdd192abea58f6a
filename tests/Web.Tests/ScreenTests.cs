using System.Text.Json;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.TestKit;
using FlowPlatform.Web.Tests.Browser;
using Microsoft.Playwright;

namespace FlowPlatform.Web.Tests;

/// <summary>Each screen, wide and narrow, light and dark: it is there, axe finds nothing serious, and it can be looked at.</summary>
public sealed class ScreenTests(PlatformFixture platform, ChromiumFixture chromium)
{
    private const string Run =
        "async () => JSON.stringify((await axe.run(document, { resultTypes: ['violations'] })).violations"
        + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
        + ".map(v => `${v.id}: ${v.nodes[0].html.slice(0, 200)}`))";

    private static readonly string Axe = Checkout.PathOf("gateway", "Web", "node_modules", "axe-core", "axe.min.js");

    public static TheoryData<string, string, string> Screens =>
        new()
        {
            { "my-work", "omar", "/my-work" },
            { "requests", "abby", "/my-work" },
            { "board", "lena", "/boards/{board}" },
            { "card", "max", "/boards/{board}?card={card}" },
            { "stand-up", "lena", "/boards/{board}/standup" },
            { "workflow", "lena", "/boards/{board}/workflow" },
            { "flow-overview", "lena", "/flow/{board}/overview" },
            { "flow-cumulative", "lena", "/flow/{board}/cumulative" },
            { "flow-cycle-time", "lena", "/flow/{board}/cycle-time" },
            { "flow-aging", "lena", "/flow/{board}/aging" },
            { "flow-throughput", "lena", "/flow/{board}/throughput" },
            { "flow-wip", "lena", "/flow/{board}/wip" },
            { "flow-waste", "lena", "/flow/{board}/waste" },
            { "flow-efficiency", "lena", "/flow/{board}/efficiency" },
            { "flow-blocked", "lena", "/flow/{board}/blocked" },
            { "flow-categories", "lena", "/flow/{board}/categories" },
            { "flow-limits", "lena", "/flow/{board}/limits" },
            { "flow-forecast", "lena", "/flow/{board}/forecast" },
            { "flow-simulator", "lena", "/flow/{board}/simulator" },
            { "flow-experiments", "lena", "/flow/{board}/experiments" },
            { "flow-benefit", "lena", "/flow/{board}/benefit" },
            { "sessions", "lena", "/sessions" },
            { "session", "carl", "/sessions/{session}" },
            { "changes", "max", "/changes" },
            { "change", "mia", "/changes/{change}" },
            { "audit", "astrid", "/audit" },
            { "adoption", "pia", "/adoption" },
            { "people", "ada", "/admin" },
            { "teams", "ada", "/admin/teams" },
            { "customers", "ada", "/admin/customers" },
            { "errors", "ada", "/admin/errors" },
            { "tokens", "max", "/tokens" },
            { "ask", "abby", "/requests/new" },
            { "own-requests", "abby", "/requests" },
            { "all-requests", "lena", "/requests" },
            { "request", "lena", "/requests/{card}" },
            { "triage", "lena", "/triage" },
            { "imports", "lena", "/imports" },
            { "import-wizard", "lena", "/imports/new" },
            { "import", "lena", "/imports/{import}" },
            { "workload", "lena", "/workload" },
            { "workload-then", "lena", "/workload?asOf=2016-03-02" },
        };

    // Explicit: minutes long, and best on a platform that no other test has changed in between.
    [Theory(Explicit = true)]
    [MemberData(nameof(Screens))]
    public async Task Given_a_screen_Then_it_shows_without_a_serious_barrier(string name, string mailbox, string path)
    {
        var address = await FilledAsync(path);
        foreach (var width in new[] { 1440, 390 })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await using var person = await Person.ComeAsync(chromium, platform, mailbox, width, scheme);
                await person.Page.GotoAsync(address);
                await person.Page.Locator("h1").First.WaitForAsync();
                await person.Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
                await Assertions.Expect(person.Page.Locator("[aria-busy=true]")).ToHaveCountAsync(0);
                if (name == "card")
                {
                    // The panel opens over a board that is there already, and gets its name a moment later.
                    await person.Page.GetByRole(AriaRole.Dialog).Locator("h2").Last.WaitForAsync();
                }

                await KeepAsync(person.Page, $"{name}-{width}-{scheme}".ToLowerInvariant());

                var barriers = await BarriersAsync(person.Page);

                barriers.ShouldBeEmpty($"{name} at {width} px, {scheme}: {string.Join('\n', barriers)}");
                person.Failures.ShouldBeEmpty();
                (await person.Page.GetByRole(AriaRole.Alert).CountAsync()).ShouldBe(0, $"{name} at {width} px");
                var overflow = await person.Page.EvaluateAsync<int>(
                    "() => document.documentElement.scrollWidth - window.innerWidth"
                );
                overflow.ShouldBeLessThanOrEqualTo(0, $"{name} at {width} px scrolls sideways");
            }
        }
    }

    /// <summary>Evaluated from outside, so the page's own policy stays as it is.</summary>
    private static async Task<List<string>> BarriersAsync(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe, TestContext.Current.CancellationToken));
        return JsonSerializer.Deserialize<List<string>>(await page.EvaluateAsync<string>(Run)) ?? [];
    }

    private static async Task KeepAsync(IPage page, string name)
    {
        // Looked at by people, so fonts and late answers are waited for.
        await page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
        await page.ScreenshotAsync(new() { Path = Checkout.PathOf("artifacts", "screenshots", $"{name}.png") });
    }

    private async Task<string> FilledAsync(string path)
    {
        var people = platform.People;
        var card = await Places.CardInAsync(people, "Test");
        return path.Replace("{board}", await Places.BoardAsync(people), StringComparison.Ordinal)
            .Replace("{card}", Places.Text(card, "id"), StringComparison.Ordinal)
            .Replace("{import}", await Places.AnyImportAsync(people), StringComparison.Ordinal)
            .Replace("{session}", await Places.AnySessionAsync(people), StringComparison.Ordinal)
            .Replace("{change}", await Places.WaitingChangeAsync(people), StringComparison.Ordinal);
    }
}
