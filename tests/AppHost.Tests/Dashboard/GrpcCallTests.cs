using System.Net;
using FlowPlatform.AppHost.LocalEngine.Dashboard.Wire;

namespace FlowPlatform.AppHost.Tests.Dashboard;

public sealed class GrpcCallTests : ResourceServiceFixture
{
    [Fact]
    public async Task Given_a_call_Then_the_answer_is_one_message_and_the_status_a_trailer()
    {
        using var call = await Client.OpenAsync("GetApplicationInformation", new ApplicationInformationRequest());
        var replies = await call.AllRepliesAsync(ApplicationInformationResponse.Parser);

        call.Response.Version.ShouldBe(HttpVersion.Version20);
        call.Response.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("application/grpc");
        replies.ShouldHaveSingleItem().ApplicationName.ShouldBe("FlowPlatform");
        call.Response.TrailingHeaders.GetValues("grpc-status").ShouldBe(["0"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("the key of this tesT")]
    [InlineData("the key of this test, and more")]
    public async Task Given_another_key_Then_every_method_answers_unauthenticated(string key)
    {
        Catalog.Put(ABoard());
        using var stranger = new GrpcClient(Address, key);
        var command = new ResourceCommandRequest { CommandName = "stop", ResourceName = "board-x1" };
        string[] methods =
        [
            "GetApplicationInformation",
            "WatchResources",
            "WatchResourceConsoleLogs",
            "ExecuteResourceCommand",
            "WatchInteractions",
        ];

        foreach (var method in methods)
        {
            using var call = await stranger.OpenAsync(method, command);

            call.Status.ShouldBe("16", method);
            (await call.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        }

        Commands.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_an_unknown_method_Then_unimplemented_names_it()
    {
        using var call = await Client.OpenAsync("UploadFile", new ApplicationInformationRequest());

        call.Status.ShouldBe("12");
        call.StatusMessage.ShouldBe("There is no method UploadFile.");
    }

    [Theory]
    [InlineData("", "3")]
    [InlineData("000000", "3")]
    [InlineData("0000000009AABB", "3")]
    [InlineData("0000000002FFFF", "3")]
    [InlineData("0100000000", "12")]
    [InlineData("00FFFFFFFF", "8")]
    public async Task Given_a_broken_frame_Then_the_call_ends_with_its_status(string hex, string status)
    {
        using var call = await Client.OpenAsync("WatchResources", Convert.FromHexString(hex));

        call.Status.ShouldBe(status);
        call.StatusMessage.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Given_a_message_longer_than_a_frame_of_http_Then_it_arrives_whole()
    {
        var lines = Enumerable.Range(0, 400).Select(number => new string('x', 1000) + number).ToArray();
        Catalog.Put(ABoard());
        Array.ForEach(lines, line => Catalog.LogOf("board-x1").Append(line));

        var request = new WatchResourceConsoleLogsRequest { ResourceName = "board-x1", SuppressFollow = true };
        var update = await Client.CallAsync("WatchResourceConsoleLogs", request, WatchResourceConsoleLogsUpdate.Parser);

        update.CalculateSize().ShouldBeGreaterThan(400_000);
        update.LogLines.Select(line => line.Text[(line.Text.IndexOf(' ') + 1)..]).ShouldBe(lines);
    }
}
