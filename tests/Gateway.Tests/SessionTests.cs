using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FlowPlatform.Gateway.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace FlowPlatform.Gateway.Tests;

public sealed class SessionTests(Platform platform) : IClassFixture<Platform>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_the_right_password_Then_the_cookie_is_closed_to_scripts_and_other_sites()
    {
        using var browser = new Browser(platform.Gateway);

        var response = await browser.SignInAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        browser.SetCookie!.ShouldStartWith("flowplatform-session=");
        var attributes = browser.SetCookie!.ToLowerInvariant();
        attributes.ShouldContain("; httponly");
        attributes.ShouldContain("; samesite=strict");
        attributes.ShouldContain("; path=/");
        attributes.ShouldNotContain("domain=");
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task Given_a_session_Then_the_service_gets_the_persons_token_and_no_cookie()
    {
        using var browser = new Browser(platform.Gateway);
        await browser.SignInAsync();

        var echo = await (await browser.GetAsync("/api/board/cards")).Content.ReadFromJsonAsync<Echo>(Ct);

        new JsonWebToken(echo!.Headers["Authorization"]["Bearer ".Length..]).Subject.ShouldBe(
            platform.Identity.PersonId.ToString()
        );
        echo.Headers.ShouldNotContainKey("Cookie");
    }

    [Fact]
    public async Task Given_a_session_Then_it_says_who_is_signed_in_and_shows_no_token()
    {
        using var browser = new Browser(platform.Gateway);
        var signIn = await (await browser.SignInAsync()).Content.ReadAsStringAsync(Ct);

        var text = await (await browser.GetAsync("/session")).Content.ReadAsStringAsync(Ct);

        using var who = JsonDocument.Parse(text);
        who.RootElement.GetProperty("personId").GetGuid().ShouldBe(platform.Identity.PersonId);
        who.RootElement.GetProperty("name").GetString().ShouldBe("Ada");
        who.RootElement.GetProperty("roles").EnumerateArray().Select(role => role.GetString()).ShouldBe(["admin"]);
        // Every JWT begins with the encoded form of {"
        text.ShouldNotContain("eyJ");
        signIn.ShouldNotContain("eyJ");
    }

    [Fact]
    public async Task Given_a_wrong_password_Then_it_is_401_in_identitys_words_and_sets_no_cookie()
    {
        using var browser = new Browser(platform.Gateway);

        var response = await browser.SignInAsync("wrong");

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await response.Content.ReadAsStringAsync(Ct)).ShouldContain("E-mail or password is wrong.");
        browser.SetCookie.ShouldBeNull();
    }

    [Fact]
    public async Task Given_an_incomplete_body_Then_it_is_400()
    {
        using var browser = new Browser(platform.Gateway);

        var response = await browser.SendAsync(HttpMethod.Post, "/session", new { email = "ada@example.org" });

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Given_nobody_signed_in_Then_asking_who_is_401()
    {
        using var browser = new Browser(platform.Gateway);

        (await browser.GetAsync("/session")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Given_a_made_up_cookie_Then_it_is_401()
    {
        using var browser = new Browser(platform.Gateway) { Cookie = "flowplatform-session=../../etc/passwd" };

        var response = await browser.GetAsync("/api/board/cards");

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Problem.ReadAsync(response)).Code.ShouldBe("session-ended");
    }

    [Theory]
    [InlineData("POST", "/api/board/cards")]
    [InlineData("PUT", "/api/board/cards/1")]
    [InlineData("PATCH", "/api/board/cards/1")]
    [InlineData("DELETE", "/api/board/cards/1")]
    [InlineData("DELETE", "/session")]
    [InlineData("POST", "/session")]
    public async Task Given_an_unsafe_request_without_the_header_Then_it_is_403(string method, string path)
    {
        using var browser = new Browser(platform.Gateway);
        await browser.SignInAsync();
        var body = new { email = "ada@example.org", password = IdentityUpstream.Password };

        var refused = await browser.SendAsync(new HttpMethod(method), path, body, header: null);

        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Problem.ReadAsync(refused)).Code.ShouldBe("header-missing");
        (await browser.GetAsync("/session")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("X-Requested-With: FlowPlatform")]
    [InlineData("X-CSRF: 1")]
    public async Task Given_an_unsafe_request_with_the_header_Then_it_passes(string header)
    {
        using var browser = new Browser(platform.Gateway);
        await browser.SignInAsync();

        var response = await browser.SendAsync(HttpMethod.Post, "/api/board/cards", new { }, header);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Given_a_cookie_and_a_token_Then_the_token_counts()
    {
        using var browser = new Browser(platform.Gateway);
        await browser.SignInAsync();
        var other = platform.Token();

        var response = await browser.SendAsync(
            HttpMethod.Post,
            "/api/board/cards",
            new { },
            header: null,
            token: other
        );

        var echo = await response.Content.ReadFromJsonAsync<Echo>(Ct);
        echo!.Headers["Authorization"].ShouldBe($"Bearer {other}");
        echo.Headers.ShouldNotContainKey("Cookie");
    }

    [Fact]
    public async Task Given_signed_out_Then_the_cookie_is_worthless_and_identity_has_revoked()
    {
        using var browser = new Browser(platform.Gateway);
        await browser.SignInAsync();
        (await browser.GetAsync("/api/board/cards")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var revoked = platform.Identity.Revoked.Count;

        var signedOut = await browser.SendAsync(HttpMethod.Delete, "/session");

        signedOut.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        signedOut.Headers.GetValues("Set-Cookie").Single().ShouldContain("expires=Thu, 01 Jan 1970");
        (await browser.GetAsync("/api/board/cards")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        platform.Identity.Revoked.Count.ShouldBe(revoked + 1);
    }

    [Fact]
    public async Task Given_another_replica_or_a_restart_Then_the_session_goes_on()
    {
        using var browser = new Browser(platform.Gateway);
        await browser.SignInAsync();

        using var elsewhere = new Browser(platform.Another()) { Cookie = browser.Cookie };

        (await elsewhere.GetAsync("/api/board/cards")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Given_the_longest_stay_is_over_Then_the_session_ends()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var browser = new Browser(platform.Another(clock, ("Gateway:SessionLifetime", "00:01:00")));
        await browser.SignInAsync();
        browser.SetCookie!.ShouldContain("max-age=60");
        (await browser.GetAsync("/api/board/cards")).StatusCode.ShouldBe(HttpStatusCode.OK);

        clock.Advance(TimeSpan.FromSeconds(61));

        (await browser.GetAsync("/api/board/cards")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
