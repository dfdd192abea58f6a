using System.Text.Json;
using FlowPlatform.Gateway.Tests.Support;

namespace FlowPlatform.Gateway.Tests;

public sealed class JoinedDocumentTests(Platform platform) : IClassFixture<Platform>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Given_all_services_Then_one_document_has_every_path_as_clients_call_it()
    {
        using var joined = await ReadAsync(platform.Gateway);

        var paths = joined.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        paths.ShouldBe(
            [
                "/api/identity/things",
                "/api/intake/things",
                "/api/prioritisation/things",
                "/api/board/things",
                "/api/change-approval/things",
                "/api/ai-adoption/things",
                "/session",
            ],
            ignoreOrder: true
        );
        OperationIds(joined).ShouldBeUnique();
    }

    [Fact]
    public async Task Given_a_service_is_down_Then_the_rest_is_shown_and_the_description_says_so()
    {
        var gateway = platform.Another(("services:board:http:0", "http://127.0.0.1:1"));

        using var joined = await ReadAsync(gateway);

        joined.RootElement.GetProperty("info").GetProperty("description").GetString()!.ShouldContain("board");
        joined.RootElement.GetProperty("paths").TryGetProperty("/api/intake/things", out _).ShouldBeTrue();
        joined.RootElement.GetProperty("paths").TryGetProperty("/api/board/things", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Given_a_service_comes_back_with_another_api_Then_the_document_follows()
    {
        var former = await new ServiceUpstream("board").StartAsync();
        var address = former.Address;
        var gateway = platform.Another(("services:board:http:0", address));
        await former.DisposeAsync();
        using (var without = await ReadAsync(gateway))
        {
            without.RootElement.GetProperty("paths").TryGetProperty("/api/board/things", out _).ShouldBeFalse();
        }

        await using var present = await new ServiceUpstream("board").StartAsync(new Uri(address).Port);

        for (var i = 0; i < 50; i++)
        {
            using var joined = await ReadAsync(gateway);
            if (joined.RootElement.GetProperty("paths").TryGetProperty("/api/board/things", out _))
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), Ct);
        }

        Assert.Fail("The joined document did not show the service that came back.");
    }

    private static async Task<JsonDocument> ReadAsync(GatewayHost gateway)
    {
        using var client = gateway.Client();
        return JsonDocument.Parse(await client.GetStringAsync("/api/openapi.json", Ct));
    }

    private static IEnumerable<string?> OperationIds(JsonDocument document) =>
        from path in document.RootElement.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select operation.Value.GetProperty("operationId").GetString();
}
