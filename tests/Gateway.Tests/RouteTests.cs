using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Gateway.Tests.Support;

namespace FlowPlatform.Gateway.Tests;

public sealed class RouteTests(Platform platform) : IClassFixture<Platform>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/api/identity/me", "/identity/me")]
    [InlineData("/api/intake/requests?limit=5", "/intake/requests")]
    [InlineData("/api/intake", "/intake")]
    [InlineData("/api/prioritisation/sessions/1", "/prioritisation/sessions/1")]
    [InlineData("/api/board/cards/1/moves", "/board/cards/1/moves")]
    [InlineData("/api/changes", "/changes")]
    [InlineData("/api/changes/1/approvals", "/changes/1/approvals")]
    [InlineData("/api/audit/log", "/audit/log")]
    [InlineData("/api/ai/programme", "/ai/programme")]
    public async Task Given_a_service_prefix_Then_the_service_gets_the_path_without_api(string path, string seen)
    {
        using var client = platform.SignedIn();

        var echo = await client.GetFromJsonAsync<Echo>(path, Ct);

        echo!.Path.ShouldBe(seen);
        echo.Query.ShouldBe(path.Contains('?') ? path[path.IndexOf('?')..] : "");
    }

    [Theory]
    [InlineData("/api/intake/x", "intake")]
    [InlineData("/api/prioritisation/x", "prioritisation")]
    [InlineData("/api/board/x", "board")]
    [InlineData("/api/changes/x", "change-approval")]
    [InlineData("/api/audit/x", "change-approval")]
    [InlineData("/api/ai/x", "ai-adoption")]
    public async Task Given_a_service_prefix_Then_that_service_and_no_other_is_asked(string path, string service)
    {
        using var client = platform.SignedIn();
        var before = platform.Services.ToDictionary(entry => entry.Key, entry => entry.Value.Requests);

        await client.GetFromJsonAsync<Echo>(path, Ct);

        platform
            .Services.Where(entry => entry.Value.Requests > before[entry.Key])
            .Select(entry => entry.Key)
            .ShouldBe([service]);
    }

    [Fact]
    public async Task Given_the_discovery_document_Then_anyone_may_read_it()
    {
        using var client = platform.Gateway.Client();

        var text = await client.GetStringAsync("/.well-known/openid-configuration", Ct);

        text.ShouldContain("jwks_uri");
    }

    [Theory]
    [InlineData("/api/unknown")]
    [InlineData("/board/cards")]
    [InlineData("/api/board/../../identity/me")]
    [InlineData("/openapi/v1.json")]
    public async Task Given_an_address_outside_the_routes_Then_it_is_not_found_in_words(string path)
    {
        using var client = platform.SignedIn();

        var response = await client.GetAsync(path, Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Problem.ReadAsync(response)).Code.ShouldBe("not-found");
    }

    [Fact]
    public async Task Given_nothing_built_in_Then_the_landing_page_links_to_the_api()
    {
        using var client = platform.Gateway.Client();

        var page = await client.GetStringAsync("/", Ct);

        page.ShouldContain("href=\"/api\"");
        page.ShouldContain("href=\"/health/ready\"");
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Given_identity_answers_Then_the_gateway_is_healthy(string path)
    {
        using var client = platform.Gateway.Client();

        (await client.GetStringAsync(path, Ct)).ShouldBe("Healthy");
    }

    [Fact]
    public async Task Given_a_trace_of_the_caller_Then_the_service_sees_the_same_trace()
    {
        using var client = platform.SignedIn();
        client.DefaultRequestHeaders.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        var echo = await client.GetFromJsonAsync<Echo>("/api/board/x", Ct);

        echo!.Headers["traceparent"].ShouldContain("0af7651916cd43dd8448eb211c80319c");
    }
}
