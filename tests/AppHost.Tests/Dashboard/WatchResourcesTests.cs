using FlowPlatform.AppHost.LocalEngine.Dashboard.Wire;
using FlowPlatform.AppHost.LocalEngine.Resources;

namespace FlowPlatform.AppHost.Tests.Dashboard;

public sealed class WatchResourcesTests : ResourceServiceFixture
{
    [Fact]
    public async Task Given_resources_Then_they_come_once_and_afterwards_only_what_changes()
    {
        Catalog.Put(ABoard(ResourceState.Starting));
        await using var updates = await WatchAsync();

        var initial = await updates.NextAsync();
        Catalog.Change("board-x1", board => board with { State = ResourceState.Running });
        var changed = await updates.NextAsync();
        Catalog.Remove("board-x1");
        var removed = await updates.NextAsync();

        initial.InitialData.Resources.ShouldHaveSingleItem().State.ShouldBe("Starting");
        changed.Changes.Value.ShouldHaveSingleItem().Upsert.State.ShouldBe("Running");
        removed.Changes.Value.ShouldHaveSingleItem().Delete.ResourceName.ShouldBe("board-x1");
    }

    [Fact]
    public async Task Given_nothing_yet_Then_the_empty_initial_data_still_comes()
    {
        await using var updates = await WatchAsync();

        var initial = await updates.NextAsync();

        initial.KindCase.ShouldBe(WatchResourcesUpdate.KindOneofCase.InitialData);
        initial.InitialData.Resources.ShouldBeEmpty();
    }

    [Fact]
    public async Task Given_silence_for_longer_than_a_data_rate_allows_Then_the_stream_still_lives()
    {
        Catalog.Put(ABoard(ResourceState.Starting));
        await using var updates = await WatchAsync();
        using var silent = new SilentContent();
        using var interactions = await Client.OpenAsync("WatchInteractions", silent);
        await updates.NextAsync();

        await Task.Delay(TimeSpan.FromSeconds(7), TestContext.Current.CancellationToken);
        Catalog.Change("board-x1", board => board with { State = ResourceState.Running });

        (await updates.NextAsync()).Changes.Value.ShouldHaveSingleItem().Upsert.State.ShouldBe("Running");
        silent.IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Given_many_changes_while_the_reader_waits_Then_the_last_one_is_what_it_ends_with()
    {
        Catalog.Put(ABoard());
        await using var updates = await WatchAsync();
        await updates.NextAsync();

        for (var pid = 1; pid <= 500; pid++)
        {
            var property = new ResourceProperty(PropertyNames.ProcessId, $"{pid}");
            Catalog.Change("board-x1", board => board with { Properties = [property] });
        }

        var seen = "";
        while (seen != "500")
        {
            var change = (await updates.NextAsync()).Changes.Value.ShouldHaveSingleItem();
            seen = change.Upsert.Properties.ShouldHaveSingleItem().Value.StringValue;
        }
    }

    [Fact]
    public async Task Given_the_server_stops_Then_the_stream_ends_with_unavailable()
    {
        using var stream = await Client.OpenAsync("WatchResources", new WatchResourcesRequest());
        await using var updates = stream.Replies(WatchResourcesUpdate.Parser);
        await updates.NextAsync();

        await StopServerAsync();

        (await updates.MoveNextAsync()).ShouldBeFalse();
        stream.Status.ShouldBe("14");
    }

    private async Task<IAsyncEnumerator<WatchResourcesUpdate>> WatchAsync()
    {
        var stream = await Client.OpenAsync("WatchResources", new WatchResourcesRequest());
        return stream.Replies(WatchResourcesUpdate.Parser);
    }
}
