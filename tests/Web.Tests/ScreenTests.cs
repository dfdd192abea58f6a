using System.Collections.Concurrent;
using System.Text.Json;
using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.TestKit;
using FlowPlatform.Web.Tests.Browser;
using Microsoft.Playwright;

namespace FlowPlatform.Web.Tests;

/// <summary>Each screen, wide and narrow, light and dark: it is there, axe finds nothing serious, and it can be looked at.</summary>
public sealed class ScreenTests(PlatformFixture platform, ChromiumFixture chromium, Stage stage) : IClassFixture<Stage>
{
    /// <summary>Browsers at work at once: most of the time is theirs, not this process's.</summary>
    private const int AtOnce = 3;

    /// <summary>Milliseconds until a screen has loaded, on a machine that does much else.</summary>
    private const float Patience = 60_000;

    private const string Run =
        "async () => JSON.stringify((await axe.run(document, { resultTypes: ['violations'] })).violations"
        + ".filter(v => v.impact === 'serious' || v.impact === 'critical')"
        + ".map(v => `${v.id}: ${v.nodes[0].html.slice(0, 200)}`))";

    private static readonly string Axe = File.ReadAllText(
        Checkout.PathOf("gateway", "Web", "node_modules", "axe-core", "axe.min.js")
    );

    [Fact]
    public async Task Given_every_screen_Then_each_shows_without_a_serious_barrier_wide_and_narrow_light_and_dark()
    {
        var faults = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(
            Screens.All.GroupBy(screen => screen.Mailbox),
            new ParallelOptions
            {
                MaxDegreeOfParallelism = AtOnce,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (ofOne, _) =>
            {
                await using var person = await Person.ComeAsync(chromium, platform, MailboxOf(ofOne.Key));
                foreach (var screen in ofOne)
                {
                    await LookAsync(person, screen, faults);
                }
            }
        );

        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    private string MailboxOf(string name) =>
        name switch
        {
            Screens.Lead => stage.Lead,
            Screens.Member => stage.Member,
            _ => name,
        };

    /// <summary>Once loaded, a screen follows width and scheme by itself, as it does for people.</summary>
    private async Task LookAsync(Person person, Screen screen, ConcurrentQueue<string> faults)
    {
        try
        {
            await person.Page.SetViewportSizeAsync(1440, 900);
            await person.Page.GotoAsync(stage.Filled(screen.Path));
            await person.Page.Locator(screen.Ready).First.WaitForAsync();
            await Assertions
                .Expect(person.Page.Locator("[aria-busy=true]"))
                .ToHaveCountAsync(0, new() { Timeout = Patience });
            await person.Page.EvaluateAsync(Axe);
            // Looked at when it has come to rest: in the middle of a change of scheme colours are of neither.
            await person.Page.AddStyleTagAsync(
                new() { Content = "*, ::before, ::after { transition: none !important }" }
            );
            foreach (var (width, height) in new[] { (1440, 900), (390, 844) })
            {
                await person.Page.SetViewportSizeAsync(width, height);
                foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await person.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    var where = $"{screen.Name}-{width}-{scheme}".ToLowerInvariant();
                    foreach (var fault in await FaultsAsync(person.Page, where))
                    {
                        faults.Enqueue($"{where}: {fault}");
                    }
                }
            }
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            faults.Enqueue($"{screen.Name}: {e.Message}");
        }

        foreach (var failure in person.TakeFailures())
        {
            faults.Enqueue($"{screen.Name}: {failure}");
        }
    }

    private static async Task<List<string>> FaultsAsync(IPage page, string where)
    {
        // Looked at by people, so fonts and the change of colours are waited for.
        await page.EvaluateAsync(
            "() => Promise.all([document.fonts.ready, ...document.getAnimations().filter(a => a.effect.getComputedTiming().iterations !== Infinity).map(a => a.finished.catch(() => 0))])"
                + ".then(() => new Promise(r => requestAnimationFrame(() => requestAnimationFrame(() => r(true)))))"
        );
        await page.ScreenshotAsync(new() { Path = Checkout.PathOf("artifacts", "screenshots", $"{where}.png") });
        // Evaluated from outside, so the page's own policy stays as it is.
        var faults = JsonSerializer.Deserialize<List<string>>(await page.EvaluateAsync<string>(Run)) ?? [];
        if (await page.GetByRole(AriaRole.Alert).CountAsync() > 0)
        {
            faults.Add($"says {await page.GetByRole(AriaRole.Alert).First.InnerTextAsync()}");
        }

        var beyond = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth");
        if (beyond > 0)
        {
            faults.Add($"scrolls sideways by {beyond} px");
        }

        return faults;
    }
}
