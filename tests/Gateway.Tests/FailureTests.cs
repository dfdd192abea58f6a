using System.Net;
using FlowPlatform.Gateway.Tests.Support;

namespace FlowPlatform.Gateway.Tests;

public sealed class FailureTests(Platform platform) : IClassFixture<Platform>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_service_that_is_down_Then_it_is_502_in_words()
    {
        var gateway = platform.Another(("services:board:http:0", "http://127.0.0.1:1"));
        using var client = gateway.Client(platform.Token());

        var response = await client.GetAsync("/api/board/cards", Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        var problem = await Problem.ReadAsync(response);
        problem.Code.ShouldBe("service-failed");
        problem.Detail.ShouldContain("'board'");
    }

    [Fact]
    public async Task Given_a_service_that_breaks_off_Then_it_is_502_in_words()
    {
        using var client = platform.SignedIn();

        var response = await client.GetAsync("/api/board/abort", Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await Problem.ReadAsync(response)).Code.ShouldBe("service-failed");
    }

    [Fact]
    public async Task Given_a_service_that_is_not_configured_Then_it_is_503_in_words()
    {
        var gateway = platform.Another(("services:board:http:0", ""));
        using var client = gateway.Client(platform.Token());

        var response = await client.GetAsync("/api/board/cards", Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter.ShouldNotBeNull();
        (await Problem.ReadAsync(response)).Code.ShouldBe("service-unavailable");
    }

    [Fact]
    public async Task Given_a_service_that_is_slow_Then_it_is_504_in_words()
    {
        var gateway = platform.Another(("Gateway:AnswerWithin", "00:00:00.300"));
        using var client = gateway.Client(platform.Token());

        var response = await client.GetAsync("/api/board/slow?ms=5000", Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.GatewayTimeout);
        (await Problem.ReadAsync(response)).Code.ShouldBe("service-slow");
    }

    [Fact]
    public async Task Given_identity_is_down_Then_the_gateway_is_alive_but_not_ready()
    {
        var gateway = platform.Another(("services:identity:http:0", "http://127.0.0.1:1"));
        using var client = gateway.Client();

        (await client.GetAsync("/health/live", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetAsync("/health/ready", Ct)).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Given_identity_is_down_before_its_keys_were_read_Then_a_token_is_503_and_not_401()
    {
        var gateway = platform.Another(("services:identity:http:0", "http://127.0.0.1:1"));
        using var client = gateway.Client(platform.Token());

        var response = await client.GetAsync("/api/board/cards", Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await Problem.ReadAsync(response)).Code.ShouldBe("identity-unavailable");
    }
}
