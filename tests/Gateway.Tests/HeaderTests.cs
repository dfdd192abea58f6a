using System.IO.Compression;
using System.Net.Http.Json;
using FlowPlatform.Gateway.Tests.Support;

namespace FlowPlatform.Gateway.Tests;

public sealed class HeaderTests(Platform platform) : IClassFixture<Platform>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Cookie", "other=1")]
    [InlineData("Forwarded", "for=10.0.0.1")]
    [InlineData("Remote-User", "root")]
    [InlineData("X-Forwarded-User", "root")]
    [InlineData("X-Remote-User", "root")]
    [InlineData("X-User-Id", "1")]
    [InlineData("X-Person-Id", "1")]
    [InlineData("X-Roles", "admin")]
    [InlineData("X-Original-URL", "/board/secret")]
    public async Task Given_a_header_that_claims_an_identity_Then_the_service_does_not_see_it(string name, string value)
    {
        using var client = platform.SignedIn();
        client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);

        var echo = await client.GetFromJsonAsync<Echo>("/api/board/cards", Ct);

        echo!.Headers.ShouldNotContainKey(name);
    }

    [Fact]
    public async Task Given_a_forged_address_Then_the_service_sees_the_real_one()
    {
        using var client = platform.SignedIn();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");

        var echo = await client.GetFromJsonAsync<Echo>("/api/board/cards", Ct);

        echo!.Headers["X-Forwarded-For"].ShouldNotContain("203.0.113.9");
    }

    [Theory]
    [InlineData("If-Match", "\"3\"")]
    [InlineData("Idempotency-Key", "abc")]
    [InlineData("Last-Event-ID", "17")]
    public async Task Given_a_header_of_the_api_Then_the_service_sees_it(string name, string value)
    {
        using var client = platform.SignedIn();
        client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);

        var echo = await client.GetFromJsonAsync<Echo>("/api/board/cards", Ct);

        echo!.Headers[name].ShouldBe(value);
    }

    [Theory]
    [InlineData("/api/board/cards", "default-src 'none'")]
    [InlineData("/api/board/headers", "default-src 'none'")]
    [InlineData("/api/unknown", "default-src 'none'")]
    [InlineData("/", "script-src 'self'")]
    [InlineData("/api", "script-src 'self'")]
    [InlineData("/health/live", "script-src 'self'")]
    public async Task Given_any_answer_Then_browsers_are_told_to_be_careful(string path, string policy)
    {
        using var client = platform.SignedIn();

        using var response = await client.GetAsync(path, Ct);

        var csp = response.Headers.GetValues("Content-Security-Policy").Single();
        csp.ShouldContain(policy);
        csp.ShouldContain("frame-ancestors 'none'");
        ScriptSources(csp).ShouldNotContain("'unsafe-inline'");
        ScriptSources(csp).ShouldNotContain("'unsafe-eval'");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        response.Headers.Contains("Permissions-Policy").ShouldBeTrue();
        response.Headers.Server.ShouldBeEmpty();
        response.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Fact]
    public async Task Given_a_refusal_Then_the_headers_are_there_too()
    {
        using var client = platform.Gateway.Client();

        using var response = await client.GetAsync("/api/board/cards", Ct);

        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Theory]
    [InlineData("/api/page/start.js", "text/javascript", "SwaggerUIBundle(", false)]
    [InlineData("/api/page/swagger-ui-bundle.js", "text/javascript", "SwaggerUIBundle", false)]
    [InlineData("/api/page/swagger-ui-bundle.js", "text/javascript", "SwaggerUIBundle", true)]
    [InlineData("/api/page/swagger-ui.css", "text/css", ".swagger-ui", false)]
    [InlineData("/api/page/swagger-ui.css", "text/css", ".swagger-ui", true)]
    public async Task Given_the_page_to_try_the_api_Then_its_files_come_readable_from_the_gateway(
        string path,
        string type,
        string content,
        bool unpacks
    )
    {
        using var client = platform.Gateway.Client();
        var page = await client.GetStringAsync("/api", Ct);
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd(unpacks ? "gzip" : "identity");

        using var response = await client.GetAsync(path, Ct);

        page.ShouldContain(path);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        await using var body = await response.Content.ReadAsStreamAsync(Ct);
        await using var readable = unpacks ? new GZipStream(body, CompressionMode.Decompress) : body;
        using var reader = new StreamReader(readable);
        (await reader.ReadToEndAsync(Ct)).ShouldContain(content);
    }

    private static string ScriptSources(string policy) =>
        policy
            .Split(';')
            .Select(part => part.Trim())
            .FirstOrDefault(part => part.StartsWith("script-src", StringComparison.Ordinal))
        ?? "";
}
