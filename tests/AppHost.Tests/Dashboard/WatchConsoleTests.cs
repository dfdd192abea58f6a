using FlowPlatform.AppHost.LocalEngine.Dashboard.Wire;

namespace FlowPlatform.AppHost.Tests.Dashboard;

public sealed class WatchConsoleTests : ResourceServiceFixture
{
    [Fact]
    public async Task Given_a_backlog_Then_it_comes_first_and_each_new_line_follows()
    {
        Catalog.Put(ABoard());
        var log = Catalog.LogOf("board-x1");
        log.Append("one");
        log.Append("two", isError: true);
        using var stream = await OpenAsync("board-x1", suppressFollow: false);
        await using var updates = stream.Replies(WatchResourceConsoleLogsUpdate.Parser);

        var backlog = (await updates.NextAsync()).LogLines;
        log.Append("three");
        var live = (await updates.NextAsync()).LogLines;

        backlog.Select(line => (line.LineNumber, line.IsStdErr)).ShouldBe([(1, false), (2, true)]);
        backlog[0].Text.ShouldMatch(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z one$");
        live.ShouldHaveSingleItem().LineNumber.ShouldBe(3);
        live[0].Text.ShouldEndWith(" three");
    }

    [Fact]
    public async Task Given_an_empty_console_Then_the_call_is_accepted_at_once()
    {
        Catalog.Put(ABoard());

        using var stream = await OpenAsync("board-x1", suppressFollow: false)
            .WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

        stream.Response.Content.Headers.ContentType.ShouldNotBeNull().MediaType.ShouldBe("application/grpc");
        stream.Status.ShouldBeNull();
    }

    [Fact]
    public async Task Given_following_is_not_wanted_Then_the_call_ends_after_the_backlog()
    {
        Catalog.Put(ABoard());
        Catalog.LogOf("board-x1").Append("one");

        using var stream = await OpenAsync("board-x1", suppressFollow: true);
        var updates = await stream.AllRepliesAsync(WatchResourceConsoleLogsUpdate.Parser);

        updates.ShouldHaveSingleItem().LogLines.ShouldHaveSingleItem();
        stream.Status.ShouldBe("0");
    }

    [Fact]
    public async Task Given_a_resource_that_is_not_there_Then_not_found()
    {
        using var stream = await OpenAsync("nobody", suppressFollow: true);

        stream.Status.ShouldBe("5");
    }

    private Task<GrpcStream> OpenAsync(string resource, bool suppressFollow)
    {
        var request = new WatchResourceConsoleLogsRequest { ResourceName = resource, SuppressFollow = suppressFollow };
        return Client.OpenAsync("WatchResourceConsoleLogs", request);
    }
}
