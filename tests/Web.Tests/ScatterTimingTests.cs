using System.Text.Json.Nodes;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.Web.Tests.Browser;
using Microsoft.Playwright;

namespace FlowPlatform.Web.Tests;

/// <summary>
/// How long the page takes to draw a scatter of twenty thousand points, by the browser's own timing: from the answer in
/// hand to the finished picture. A measurement to be read, so it runs when asked for.
/// </summary>
public sealed class ScatterTimingTests(PlatformFixture platform, ChromiumFixture chromium, ITestOutputHelper output)
{
    private const int Points = 20_000;
    private static readonly string[] Categories = ["Enhancement", "Support", "TechnicalDebt", "Project"];

    [Fact(Explicit = true)]
    public async Task Given_twenty_thousand_items_Then_all_are_drawn_and_the_browser_says_how_fast()
    {
        var history = await FlowHistory.WithAsync(platform.People);
        await using var ada = await Person.ComeAsync(chromium, platform, "ada");
        await ada.Page.RouteAsync("**/metrics/cycle-time?*", FillAsync);
        for (var run = 0; run < 5; run++)
        {
            await ada.Page.GotoAsync($"/flow/{history.Board}/cycle-time");
            await ada.Page.WaitForFunctionAsync("() => performance.getEntriesByName('flow:cycle-time').length > 0");
            var took = await ada.Page.EvaluateAsync<double>(
                "() => performance.getEntriesByName('flow:cycle-time')[0].duration"
            );
            output.WriteLine($"{Points} points drawn in {took:F0} ms");
        }

        await ada.Page.GetByRole(AriaRole.Application).First.FocusAsync();
        await ada.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(ada.Page.Locator("output").First).ToContainTextAsync("P-0:");
    }

    private static async Task FillAsync(IRoute route)
    {
        var answer = await route.FetchAsync();
        var body = JsonNode.Parse(await answer.TextAsync())!;
        var now = TimeProvider.System.GetUtcNow();
        body["items"] = new JsonArray([.. Enumerable.Range(0, Points).Select(n => Item(n, now))]);
        await route.FulfillAsync(new() { Response = answer, Body = body.ToJsonString() });
    }

    private static JsonObject Item(int n, DateTimeOffset now) =>
        new()
        {
            ["cardId"] = Guid.CreateVersion7().ToString(),
            ["key"] = $"P-{n}",
            ["category"] = Categories[n % Categories.Length],
            ["classOfService"] = "Standard",
            ["finishedAt"] = now.AddMinutes(-6 * (Points - n)),
            ["cycleTimeDays"] = 1 + (n * 7919 % 1000 / 60.0),
            ["leadTimeDays"] = 3 + (n * 7919 % 1000 / 50.0),
        };
}
