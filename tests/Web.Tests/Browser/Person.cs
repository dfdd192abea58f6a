using FlowPlatform.EndToEnd.Tests.Platform;
using Microsoft.Playwright;

namespace FlowPlatform.Web.Tests.Browser;

/// <summary>One person with a browser of their own.</summary>
internal sealed class Person(IBrowserContext context, IPage page) : IAsyncDisposable
{
    private readonly List<string> _failures = [];

    public IPage Page => page;

    public IBrowserContext Context => context;

    /// <summary>The button with exactly this name.</summary>
    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The part of the screen with this name.</summary>
    public ILocator Region(string name) => page.GetByRole(AriaRole.Region, new() { Name = name });

    /// <summary>What went wrong in the page since the last time, without anybody asking.</summary>
    public IReadOnlyList<string> TakeFailures()
    {
        string[] failures = [.. _failures];
        _failures.Clear();
        return failures;
    }

    public static async Task<Person> ComeAsync(
        ChromiumFixture chromium,
        PlatformFixture platform,
        string? mailbox = null,
        int width = 1440,
        ColorScheme scheme = ColorScheme.Light
    )
    {
        var context = await chromium.Browser.NewContextAsync(
            new()
            {
                BaseURL = platform.Gateway.ToString(),
                ViewportSize = new() { Width = width, Height = width < 600 ? 844 : 900 },
                ColorScheme = scheme,
                Locale = "en-GB",
                TimezoneId = "Europe/Berlin",
            }
        );
        var page = await context.NewPageAsync();
        var person = new Person(context, page);
        page.PageError += (_, error) => person._failures.Add(error);
        if (mailbox is not null)
        {
            await person.SignInAsync(mailbox, platform.People.PasswordOf(mailbox));
        }

        return person;
    }

    /// <summary>Signs in as a person does: by the form.</summary>
    public async Task SignInAsync(string mailbox, string password)
    {
        await page.GotoAsync("/");
        await FillSignInAsync(mailbox, password);
        await page.WaitForURLAsync("**/my-work");
    }

    public async Task FillSignInAsync(string mailbox, string password)
    {
        await page.GetByLabel("E-mail").FillAsync($"{mailbox}@flow.example");
        await page.Locator("input[name=password]").FillAsync(password);
        await Button("Sign in").ClickAsync();
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
