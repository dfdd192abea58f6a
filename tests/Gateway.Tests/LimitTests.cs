using System.Net;
using System.Net.Http.Json;
using FlowPlatform.Gateway.Tests.Support;

namespace FlowPlatform.Gateway.Tests;

public sealed class LimitTests(Platform platform) : IClassFixture<Platform>
{
    private const int Megabyte = 1_048_576;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_a_person_over_the_rate_Then_429_says_when_to_return_and_others_go_on()
    {
        var gateway = platform.Another(("Gateway:RequestBurst", "5"), ("Gateway:RequestsPerSecond", "1"));
        var person = Guid.CreateVersion7();
        using var busy = gateway.Client(platform.Token(person));
        using var sameOnAnotherDevice = gateway.Client(platform.Token(person));
        using var other = gateway.Client(platform.Token());

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? busy : sameOnAnotherDevice).GetAsync("/api/board/x", Ct))
        );
        var refused = answers.Last(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);

        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(1));
        (await Problem.ReadAsync(refused)).Code.ShouldBe("too-many-requests");
        answers.Count(answer => answer.StatusCode == HttpStatusCode.OK).ShouldBeInRange(5, 10);
        (await other.GetAsync("/api/board/x", Ct)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Given_no_setting_Then_a_burst_of_2000_passes()
    {
        new GatewayOptions().RequestBurst.ShouldBeGreaterThanOrEqualTo(2_000);
        using var client = platform.SignedIn();

        var statuses = await Task.WhenAll(
            Enumerable.Range(0, 2_000).Select(async _ => (await client.GetAsync("/api/board/x", Ct)).StatusCode)
        );

        statuses.ShouldAllBe(status => status == HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/session")]
    [InlineData("/api/identity/tokens")]
    public async Task Given_many_attempts_to_sign_in_from_one_address_Then_it_is_429(string path)
    {
        var gateway = platform.Another(("Gateway:SignInBurst", "3"), ("Gateway:SignInsPerMinute", "1"));
        using var client = gateway.Client();
        var body = new
        {
            grantType = "password",
            email = "ada@example.org",
            password = "guess",
        };

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            statuses.Add((await client.PostAsJsonAsync(path, body, Ct)).StatusCode);
        }

        statuses.ShouldBe([
            HttpStatusCode.Unauthorized,
            HttpStatusCode.Unauthorized,
            HttpStatusCode.Unauthorized,
            HttpStatusCode.TooManyRequests,
            HttpStatusCode.TooManyRequests,
        ]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Given_a_body_over_a_megabyte_Then_it_is_413_in_words(bool chunked)
    {
        using var client = platform.SignedIn();

        using var response = await PostAsync(client, "/api/board/cards", (2 * Megabyte) + 1, chunked);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        var problem = await Problem.ReadAsync(response);
        problem.Code.ShouldBe("too-large");
        problem.Detail.ShouldContain("1,048,576");
    }

    [Theory]
    [InlineData("/api/intake/imports")]
    [InlineData("/api/intake/imports:preview")]
    [InlineData("/api/ai/events")]
    [InlineData("/api/ai/seats:import")]
    public async Task Given_an_upload_Then_more_than_a_megabyte_passes(string path)
    {
        using var client = platform.SignedIn();

        using var response = await PostAsync(client, path, 5 * Megabyte, chunked: true);

        (await response.Content.ReadFromJsonAsync<long>(Ct)).ShouldBe(5 * Megabyte);
    }

    [Fact]
    public async Task Given_an_upload_that_announces_over_200_megabytes_Then_it_is_413_at_once()
    {
        using var client = platform.SignedIn();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/intake/imports")
        {
            Content = new EndlessContent(201L * Megabyte, announced: true),
        };
        // Waits for the server's word before it sends the body.
        request.Headers.ExpectContinue = true;

        using var response = await client.SendAsync(request, Ct);

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, long bytes, bool chunked)
    {
        using var content = new EndlessContent(bytes, announced: !chunked);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.ExpectContinue = true;
        return await client.SendAsync(request, Ct);
    }
}
