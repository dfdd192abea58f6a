using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using FlowPlatform.Gateway.Tests.Support;

namespace FlowPlatform.Gateway.Tests;

public sealed class TokenTests(Platform platform) : IClassFixture<Platform>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/identity/me")]
    [InlineData("/api/intake/requests")]
    [InlineData("/api/intake/imports")]
    [InlineData("/api/prioritisation/sessions")]
    [InlineData("/api/board/cards")]
    [InlineData("/api/changes")]
    [InlineData("/api/audit/log")]
    [InlineData("/api/ai/events")]
    public async Task Given_no_token_Then_it_is_401_and_the_service_is_not_asked(string path)
    {
        using var client = platform.Gateway.Client();
        var before = platform.Services.Values.Sum(service => service.Requests);

        var response = await client.GetAsync(path, Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().ShouldBe("Bearer");
        (await Problem.ReadAsync(response)).Code.ShouldBe("not-signed-in");
        platform.Services.Values.Sum(service => service.Requests).ShouldBe(before);
    }

    [Fact]
    public async Task Given_a_valid_token_Then_the_service_gets_that_token()
    {
        var token = platform.Token();
        using var client = platform.Gateway.Client(token);

        var echo = await client.GetFromJsonAsync<Echo>("/api/board/cards", Ct);

        echo!.Headers["Authorization"].ShouldBe($"Bearer {token}");
    }

    [Fact]
    public async Task Given_an_expired_token_Then_it_is_refused() =>
        await RefusesAsync(platform.Identity.Tokens.Issue(Guid.CreateVersion7(), TimeSpan.FromMinutes(-2)));

    [Fact]
    public async Task Given_another_issuer_Then_it_is_refused() =>
        await RefusesAsync(platform.Identity.Tokens.Issue(Guid.CreateVersion7(), issuer: "https://elsewhere.example"));

    [Fact]
    public async Task Given_another_audience_Then_it_is_refused() =>
        await RefusesAsync(platform.Identity.Tokens.Issue(Guid.CreateVersion7(), audience: "another-platform"));

    [Fact]
    public async Task Given_algorithm_none_Then_it_is_refused() =>
        await RefusesAsync(TokenForge.WithoutSignature(platform.Token()));

    [Fact]
    public async Task Given_a_key_that_is_not_the_authoritys_Then_it_is_refused()
    {
        using var forge = new TokenForge { Issuer = platform.Identity.Tokens.Issuer };

        await RefusesAsync(forge.Issue(Guid.CreateVersion7()));
    }

    [Fact]
    public async Task Given_a_changed_payload_Then_it_is_refused()
    {
        var parts = platform.Token().Split('.');
        var other = platform.Token().Split('.');

        await RefusesAsync($"{parts[0]}.{other[1]}.{parts[2]}");
    }

    [Fact]
    public async Task Given_text_that_is_no_token_Then_it_is_refused() => await RefusesAsync("rubbish");

    [Fact]
    public async Task Given_a_token_that_expires_while_it_is_remembered_Then_it_is_refused_afterwards()
    {
        // The validation allows clocks to differ by 30 seconds: this one ends in a moment.
        var token = platform.Identity.Tokens.Issue(Guid.CreateVersion7(), TimeSpan.FromSeconds(-28));
        using var client = platform.Gateway.Client(token);
        (await client.GetAsync("/api/board/cards", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await Task.Delay(TimeSpan.FromSeconds(3.5), Ct);

        (await client.GetAsync("/api/board/cards", Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Given_a_person_without_any_role_Then_it_is_403()
    {
        using var client = platform.Gateway.Client(platform.Identity.Tokens.Issue(Guid.CreateVersion7(), role: ""));

        var response = await client.GetAsync("/api/board/cards", Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await Problem.ReadAsync(response)).Code.ShouldBe("no-role");
    }

    [Fact]
    public async Task Given_basic_authorization_Then_it_is_401()
    {
        using var client = platform.Gateway.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", "YWRhOmFkYQ==");

        (await client.GetAsync("/api/board/cards", Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Given_a_webhook_without_a_token_Then_the_service_gets_it_and_no_authorization()
    {
        using var client = platform.Gateway.Client();

        var response = await client.PostAsync("/api/intake/webhooks/github", new StringContent("{}"), Ct);

        var echo = await response.Content.ReadFromJsonAsync<Echo>(Ct);
        echo!.Path.ShouldBe("/intake/webhooks/github");
        echo.Headers.ShouldNotContainKey("Authorization");
    }

    private async Task RefusesAsync(string token)
    {
        using var client = platform.Gateway.Client(token);

        var response = await client.GetAsync("/api/board/cards", Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().ShouldContain("invalid_token");
        (await Problem.ReadAsync(response)).Code.ShouldBe("token-refused");
    }
}
