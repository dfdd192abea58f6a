using System.Globalization;
using System.Text.Json;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.TestKit;
using FlowPlatform.Web.Tests.Browser;
using Microsoft.Playwright;

namespace FlowPlatform.Web.Tests;

/// <summary>
/// What a person waits for on the board, by the browser's own timing, through the gateway. Explicit: times are only worth
/// something on a machine that does nothing else.
/// </summary>
public sealed class BoardSpeedTests(
    PlatformFixture platform,
    ChromiumFixture chromium,
    Stage stage,
    ITestOutputHelper told
) : IClassFixture<Stage>
{
    private const int Visits = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string Measures = File.ReadAllText(
        Checkout.PathOf("tests", "Web.Tests", "Browser", "measures.js")
    );

    [Fact(Explicit = true)]
    public async Task Given_a_first_visit_Then_the_board_is_painted_within_a_second_and_usable_half_a_second_later()
    {
        var (paints, usable) = (new List<double>(), new List<double>());
        for (var visit = 0; visit < Visits; visit++)
        {
            // A browser that has nothing of the page yet, of somebody who is signed in.
            await using var known = await Person.ComeAsync(chromium, platform, stage.Lead);
            await using var person = await Person.ComeAsync(chromium, platform);
            await person.Context.AddCookiesAsync((await known.Context.CookiesAsync()).Select(Cookie));
            await person.Page.AddInitScriptAsync(
                "new MutationObserver((_, o) => { if (document.querySelector('[data-card-button]')) { o.disconnect();"
                    + "requestAnimationFrame(() => setTimeout(() => window.usableAt = performance.now())); } })"
                    + ".observe(document, { childList: true, subtree: true })"
            );
            await person.Page.GotoAsync($"/boards/{stage.BoardId}");
            await person.Page.WaitForFunctionAsync(
                "() => window.usableAt && performance.getEntriesByName('first-contentful-paint').length > 0"
            );
            paints.Add(
                await NumberAsync(person, "performance.getEntriesByName('first-contentful-paint')[0].startTime")
            );
            usable.Add(await NumberAsync(person, "window.usableAt"));
        }

        Tell($"first contentful paint {Median(paints):F0} ms, usable {Median(usable):F0} ms (median of {Visits})");
        Median(paints).ShouldBeLessThan(1_000);
        Median(usable).ShouldBeLessThan(1_500);
    }

    [Fact(Explicit = true)]
    public async Task Given_two_thousand_cards_Then_lists_scroll_and_cards_are_dragged_at_fifty_frames_a_second()
    {
        await using var person = await OnTheBigBoardAsync();
        var shown = await person.Page.Locator("[data-card]").CountAsync();

        var scroll = await FramesAsync(person, "measures.scroll(\"ul[aria-label^='To do,']\", 3000)");
        await person.Page.Locator("ul[aria-label^='To do,'] [data-card]").First.HoverAsync();
        await person.Page.Mouse.DownAsync();
        await person.Page.Mouse.MoveAsync(500, 400, new() { Steps = 4 });
        await person.Page.EvaluateAsync("() => measures.begin()");
        for (var round = 0; round < 6; round++)
        {
            await person.Page.Mouse.MoveAsync(round % 2 == 0 ? 1100 : 500, 300 + (60 * round), new() { Steps = 30 });
        }

        var drag = await FramesAsync(person, "measures.end()");
        await person.Page.Mouse.UpAsync();

        Tell($"{BigBoard.Cards} cards, {shown} of them in the page");
        Tell($"scrolling {scroll.PerSecond:F0} frames/s, one in twenty longer than {scroll.Slow:F0} ms");
        Tell($"dragging {drag.PerSecond:F0} frames/s, one in twenty longer than {drag.Slow:F0} ms");
        shown.ShouldBeLessThan(200);
        scroll.PerSecond.ShouldBeGreaterThan(50);
        drag.PerSecond.ShouldBeGreaterThan(50);
    }

    [Fact(Explicit = true)]
    public async Task Given_two_thousand_cards_Then_a_move_is_seen_within_fifty_milliseconds()
    {
        await using var person = await OnTheBigBoardAsync();
        var times = new List<double>();
        for (var move = 0; move < Visits; move++)
        {
            var tile = person.Page.Locator("ul[aria-label^='Analyse,'] [data-card]").Nth(move);
            var card = await tile.GetAttributeAsync("data-card");
            await tile.Locator("[data-card-button]").FocusAsync();
            // A card that enters a long list comes to its end, where nobody looks: it goes to the short one.
            var moved = person.Page.EvaluateAsync<double>(
                $"() => measures.untilMoved('{card}', \"ul[aria-label^='Develop,']\")"
            );
            await person.Page.EvaluateAsync(
                "() => { const l = document.querySelector(\"ul[aria-label^='Develop,']\"); l.scrollTop = l.scrollHeight; }"
            );
            await person.Page.Keyboard.PressAsync("Shift+ArrowRight");
            times.Add(await moved.WaitAsync(Patience, TestContext.Current.CancellationToken));
        }

        Tell($"from the key to the painted move {Median(times):F0} ms, at most {times.Max():F0} ms");
        Median(times).ShouldBeLessThan(50);
    }

    [Fact(Explicit = true)]
    public async Task Given_two_thousand_cards_Then_a_live_change_of_one_touches_no_other()
    {
        await using var person = await OnTheBigBoardAsync();
        var card = await person
            .Page.Locator("ul[aria-label^='Test,'] [data-card]")
            .Nth(1)
            .GetAttributeAsync("data-card");
        var touched = person.Page.EvaluateAsync<string[]>($"() => measures.touchedUntil('{card}', 'seen live')");
        var watch = System.Diagnostics.Stopwatch.StartNew();

        await platform
            .People[stage.Lead]
            .PutAsync($"/api/board/cards/{card}/tags", new { tags = new[] { "seen live" } });

        (await touched.WaitAsync(Patience, TestContext.Current.CancellationToken))
            .ShouldHaveSingleItem()
            .ShouldBe(card);
        Tell($"the change of another was shown {watch.ElapsedMilliseconds - 300} ms after it was asked for");
    }

    private async Task<Person> OnTheBigBoardAsync()
    {
        var board = await BigBoard.MakeAsync(platform.People[stage.Lead], stage.TeamId);
        var person = await Person.ComeAsync(chromium, platform, stage.Member);
        await person.Page.GotoAsync($"/boards/{board}");
        await person.Page.Locator("[data-card]").First.WaitForAsync();
        await Assertions.Expect(person.Page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        await person.Page.EvaluateAsync(Measures);
        return person;
    }

    private static async Task<(double PerSecond, double Slow)> FramesAsync(Person person, string call)
    {
        var json = await person
            .Page.EvaluateAsync<string>($"async () => JSON.stringify(await {call})")
            .WaitAsync(Patience, TestContext.Current.CancellationToken);
        var frames = JsonSerializer.Deserialize<JsonElement>(json);
        return (frames.GetProperty("perSecond").GetDouble(), frames.GetProperty("slow").GetDouble());
    }

    private static Task<double> NumberAsync(Person person, string script) =>
        person.Page.EvaluateAsync<double>($"() => {script}");

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static Cookie Cookie(BrowserContextCookiesResult known) =>
        new()
        {
            Name = known.Name,
            Value = known.Value,
            Domain = known.Domain,
            Path = known.Path,
            HttpOnly = known.HttpOnly,
            Secure = known.Secure,
            SameSite = known.SameSite,
        };

    private void Tell(FormattableString line) => told.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
