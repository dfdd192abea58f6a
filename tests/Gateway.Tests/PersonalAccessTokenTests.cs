using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Gateway.Tests.Support;
using Microsoft.IdentityModel.JsonWebTokens;

namespace FlowPlatform.Gateway.Tests;

public sealed class PersonalAccessTokenTests(Platform platform) : IClassFixture<Platform>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_personal_access_token_Then_the_service_gets_an_access_token_of_that_person()
    {
        var person = Guid.CreateVersion7();
        using var client = platform.Gateway.Client(platform.Identity.PersonalToken(person));

        var echo = await client.GetFromJsonAsync<Echo>("/api/board/cards", Ct);

        var seen = echo!.Headers["Authorization"]["Bearer ".Length..];
        new JsonWebToken(seen).Subject.ShouldBe(person.ToString());
    }

    [Fact]
    public async Task Given_many_requests_at_once_Then_identity_is_asked_once()
    {
        // Several rounds: one that comes just when the exchange ends is rare.
        for (var round = 0; round < 20; round++)
        {
            using var client = platform.Gateway.Client(platform.Identity.PersonalToken(Guid.CreateVersion7()));
            var before = platform.Identity.Exchanges;

            var statuses = await Task.WhenAll(
                Enumerable.Range(0, 50).Select(async _ => (await client.GetAsync("/api/board/x", Ct)).StatusCode)
            );

            await client.GetAsync("/api/board/x", Ct);

            statuses.Distinct().ShouldHaveSingleItem().ShouldBe(HttpStatusCode.OK);
            (platform.Identity.Exchanges - before).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Given_a_wrong_token_Then_it_is_401_and_identity_is_not_asked_again_for_it()
    {
        using var client = platform.Gateway.Client("fp_pat_wrong");
        var before = platform.Identity.Exchanges;

        var first = await client.GetAsync("/api/board/x", Ct);
        var second = await client.GetAsync("/api/board/x", Ct);

        first.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Problem.ReadAsync(first)).Code.ShouldBe("token-refused");
        second.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (platform.Identity.Exchanges - before).ShouldBe(1);
    }

    [Fact]
    public async Task Given_a_revoked_token_Then_it_ends_after_the_revocation_delay()
    {
        var gateway = platform.Another(("Gateway:RevocationDelay", "00:00:01"));
        var token = platform.Identity.PersonalToken(Guid.CreateVersion7());
        using var client = gateway.Client(token);
        (await client.GetAsync("/api/board/x", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);

        platform.Identity.RevokePersonalToken(token);
        await Task.Delay(TimeSpan.FromSeconds(1.2), Ct);

        (await client.GetAsync("/api/board/x", Ct)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public void Given_no_setting_Then_a_revoked_token_ends_within_a_minute() =>
        new GatewayOptions().RevocationDelay.ShouldBeLessThan(TimeSpan.FromMinutes(1));

    [Fact]
    public async Task Given_too_many_wrong_tokens_from_an_address_Then_it_is_429_and_good_ones_in_use_still_pass()
    {
        var gateway = platform.Another(("Gateway:SignInBurst", "3"), ("Gateway:SignInsPerMinute", "1"));
        using var good = gateway.Client(platform.Identity.PersonalToken(Guid.CreateVersion7()));
        (await good.GetAsync("/api/board/x", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
        {
            using var guesser = gateway.Client($"fp_pat_guess{i}");
            statuses.Add((await guesser.GetAsync("/api/board/x", Ct)).StatusCode);
        }

        statuses.Take(3).ShouldAllBe(status => status == HttpStatusCode.Unauthorized);
        statuses[3].ShouldBe(HttpStatusCode.TooManyRequests);
        (await good.GetAsync("/api/board/x", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Given_identity_is_away_Then_it_is_503_and_not_401()
    {
        var gateway = platform.Another(("services:identity:http:0", "http://127.0.0.1:1"));
        using var client = gateway.Client(platform.Identity.PersonalToken(Guid.CreateVersion7()));

        var response = await client.GetAsync("/api/board/x", Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter.ShouldNotBeNull();
        (await Problem.ReadAsync(response)).Code.ShouldBe("identity-unavailable");
    }
}
