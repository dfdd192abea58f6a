using FlowPlatform.EndToEnd.Tests.Platform;
using FlowPlatform.Web.Tests.Browser;

namespace FlowPlatform.Web.Tests;

/// <summary>What scripts of the page can reach, and how its files are sent.</summary>
public sealed class SafetyTests(PlatformFixture platform, ChromiumFixture chromium)
{
    [Fact]
    public async Task Given_somebody_signed_in_Then_no_script_can_see_a_token()
    {
        await using var lena = await Person.ComeAsync(chromium, platform);
        var bodies = new List<string>();
        lena.Page.Response += async (_, response) =>
        {
            if (response.Url.Contains("/session", StringComparison.Ordinal) && response.Ok)
            {
                bodies.Add(await response.TextAsync());
            }
        };
        await lena.SignInAsync("lena", platform.People.PasswordOf("lena"));

        var seen = await lena.Page.EvaluateAsync<string>(
            "() => document.cookie + JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage })"
        );
        var cookies = await lena.Context.CookiesAsync();

        cookies.ShouldContain(cookie => cookie.HttpOnly && cookie.Name.Contains("session", StringComparison.Ordinal));
        seen.ShouldNotContain(cookies.Single(cookie => cookie.HttpOnly).Value);
        seen.ShouldNotContain("eyJ");
        bodies.ShouldNotBeEmpty();
        bodies.ShouldAllBe(body => !body.Contains("eyJ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Given_the_page_Then_its_policy_lets_no_inline_script_run()
    {
        await using var somebody = await Person.ComeAsync(chromium, platform);
        var answer = await somebody.Page.GotoAsync("/");
        var policy = await answer.ShouldNotBeNull().HeaderValueAsync("content-security-policy");

        await somebody.Page.EvaluateAsync(
            "() => { const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s); }"
        );

        policy.ShouldNotBeNull().ShouldContain("script-src 'self';");
        (await somebody.Page.EvaluateAsync<bool>("() => window.ran === true")).ShouldBeFalse();
    }

    [Fact]
    public async Task Given_the_files_of_the_page_Then_hashed_ones_stay_and_the_start_is_asked_for_again()
    {
        using var http = new HttpClient { BaseAddress = platform.Gateway };
        var start = await http.GetAsync("/boards", TestContext.Current.CancellationToken);
        var html = await start.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var script = html.Split("src=\"")
            .Select(part => part.Split('"')[0])
            .First(src => src.StartsWith("/assets/", StringComparison.Ordinal));
        using var request = new HttpRequestMessage(HttpMethod.Get, script);
        request.Headers.AcceptEncoding.ParseAdd("gzip, br");

        var file = await http.SendAsync(request, TestContext.Current.CancellationToken);

        start.Headers.CacheControl.ShouldNotBeNull().NoCache.ShouldBeTrue();
        file.Headers.CacheControl.ShouldNotBeNull().ToString().ShouldContain("immutable");
        file.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        file.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("text/javascript");
        (
            await http.GetAsync("/assets/nothing.js", TestContext.Current.CancellationToken)
        ).IsSuccessStatusCode.ShouldBeFalse();
    }

    [Fact]
    public async Task Given_a_first_visit_to_the_board_Then_less_than_350_KB_of_script_are_loaded()
    {
        await using var lena = await Person.ComeAsync(chromium, platform, "lena");
        var board = await Places.BoardAsync(platform.People);
        await lena.Page.GotoAsync($"/boards/{board}");
        await lena.Page.Locator("[data-card]").First.WaitForAsync();

        var bytes = await lena.Page.EvaluateAsync<int>(
            "() => performance.getEntriesByType('resource').filter(r => r.name.endsWith('.js'))"
                + ".reduce((sum, r) => sum + r.encodedBodySize, 0)"
        );

        bytes.ShouldBeInRange(50_000, 350_000);
    }
}
