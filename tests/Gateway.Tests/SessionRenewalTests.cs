using System.Net;
using FlowPlatform.Gateway.Tests.Support;

namespace FlowPlatform.Gateway.Tests;

public sealed class SessionRenewalTests(Platform platform) : IClassFixture<Platform>
{
    private static readonly TimeSpan AboutToExpire = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task Given_50_requests_at_once_over_two_replicas_Then_the_refresh_token_is_used_once()
    {
        using var here = await SignedInAsync(AboutToExpire);
        using var there = new Browser(platform.Another()) { Cookie = here.Cookie };
        var (refreshes, reuses) = (platform.Identity.Refreshes, platform.Identity.Reuses);
        platform.Identity.Delay = TimeSpan.FromMilliseconds(200);

        var statuses = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(async i => (await (i % 2 == 0 ? here : there).GetAsync("/api/board/cards")).StatusCode)
        );

        platform.Identity.Delay = TimeSpan.Zero;
        statuses.ShouldAllBe(status => status == HttpStatusCode.OK);
        (platform.Identity.Refreshes - refreshes).ShouldBe(1);
        (platform.Identity.Reuses - reuses).ShouldBe(0);
    }

    [Fact]
    public async Task Given_a_fresh_token_Then_it_is_not_renewed()
    {
        using var browser = await SignedInAsync(Fresh);
        var before = platform.Identity.Refreshes;

        (await browser.GetAsync("/api/board/cards")).StatusCode.ShouldBe(HttpStatusCode.OK);

        platform.Identity.Refreshes.ShouldBe(before);
    }

    [Fact]
    public async Task Given_an_expired_token_Then_it_is_renewed_and_the_request_passes()
    {
        using var browser = await SignedInAsync(TimeSpan.FromSeconds(-25));

        (await browser.GetAsync("/api/board/cards")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Given_identity_refuses_to_renew_Then_the_session_ends()
    {
        using var browser = await SignedInAsync(AboutToExpire);
        platform.Identity.ForgetRefreshTokens();

        var response = await browser.GetAsync("/api/board/cards");

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Problem.ReadAsync(response)).Code.ShouldBe("session-ended");
    }

    [Fact]
    public async Task Given_signed_out_while_renewing_Then_the_session_does_not_come_back()
    {
        using var browser = await SignedInAsync(AboutToExpire);
        platform.Identity.Delay = TimeSpan.FromMilliseconds(300);
        var renewing = browser.GetAsync("/api/board/cards");
        await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);

        await browser.SendAsync(HttpMethod.Delete, "/session");
        await renewing;

        platform.Identity.Delay = TimeSpan.Zero;
        (await browser.GetAsync("/api/board/cards")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Given_the_store_is_read_by_a_stranger_Then_neither_tokens_nor_cookie_are_in_it()
    {
        using var browser = await SignedInAsync(Fresh);
        var id = browser.Cookie!.Split('=')[1];

        var files = Directory.GetFiles(Path.Combine(platform.Folder, "sessions"), "*.session");

        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            Path.GetFileName(file).ShouldNotContain(id);
            (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldNotContain("eyJ");
        }
    }

    private async Task<Browser> SignedInAsync(TimeSpan accessLifetime)
    {
        var browser = new Browser(platform.Gateway);
        platform.Identity.AccessLifetime = accessLifetime;
        (await browser.SignInAsync()).StatusCode.ShouldBe(HttpStatusCode.OK);
        platform.Identity.AccessLifetime = Fresh;
        return browser;
    }
}
