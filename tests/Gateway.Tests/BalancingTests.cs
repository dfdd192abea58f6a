using System.Net;
using FlowPlatform.Gateway.Tests.Support;

namespace FlowPlatform.Gateway.Tests;

public sealed class BalancingTests(Platform platform) : IClassFixture<Platform>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_two_replicas_Then_both_work_until_one_is_not_ready_and_again_when_it_is()
    {
        await using var first = await new ServiceUpstream("board").StartAsync();
        await using var second = await new ServiceUpstream("board").StartAsync();
        using var client = Client(first, second);
        await SendAsync(client, 60);
        first.Requests.ShouldBeGreaterThan(0);
        second.Requests.ShouldBeGreaterThan(0);

        second.Ready = false;
        await EventuallyAsync(async () => await CountAsync(client, second) == 0);
        second.Ready = true;

        await EventuallyAsync(async () => await CountAsync(client, second) > 0);
    }

    [Fact]
    public async Task Given_a_replica_that_died_Then_the_other_serves_and_soon_nobody_notices()
    {
        await using var first = await new ServiceUpstream("board").StartAsync();
        var second = await new ServiceUpstream("board").StartAsync();
        using var client = Client(first, second);
        await SendAsync(client, 20);

        await second.DisposeAsync();

        await EventuallyAsync(async () => (await SendAsync(client, 20)).All(status => status == HttpStatusCode.OK));
    }

    [Fact]
    public async Task Given_no_replica_is_ready_Then_they_are_tried_all_the_same()
    {
        await using var only = await new ServiceUpstream("board").StartAsync();
        using var client = Client(only, only);
        only.Ready = false;
        await Task.Delay(TimeSpan.FromSeconds(1), Ct);

        (await SendAsync(client, 5)).ShouldAllBe(status => status == HttpStatusCode.OK);
    }

    private HttpClient Client(ServiceUpstream first, ServiceUpstream second) =>
        platform
            .Another(
                ("services:board:http:0", first.Address),
                ("services:board:http:1", second.Address),
                ("Gateway:HealthInterval", "00:00:00.200")
            )
            .Client(platform.Token());

    private static async Task<int> CountAsync(HttpClient client, ServiceUpstream service)
    {
        var before = service.Requests;
        await SendAsync(client, 20);
        return service.Requests - before;
    }

    private static async Task<List<HttpStatusCode>> SendAsync(HttpClient client, int requests)
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < requests; i++)
        {
            using var response = await client.GetAsync("/api/board/x", Ct);
            statuses.Add(response.StatusCode);
        }

        return statuses;
    }

    private static async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        for (var i = 0; i < 50; i++)
        {
            if (await holds())
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), Ct);
        }

        Assert.Fail("It did not come true within ten seconds.");
    }
}
