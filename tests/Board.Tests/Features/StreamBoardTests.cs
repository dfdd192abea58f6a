using System.Globalization;
using FlowPlatform.Board.Features.Cards;
using FlowPlatform.TestKit;
using static FlowPlatform.Board.Tests.Features.BoardScene;

namespace FlowPlatform.Board.Tests.Features;

public sealed class StreamBoardTests(BoardFixture fixture) : IClassFixture<BoardFixture>
{
    [Fact]
    public async Task Given_a_stream_on_another_replica_Then_it_tells_of_moves_as_they_happen()
    {
        var second = fixture.StartReplica();
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        await using var events = await OpenAsync(scene, second);

        await scene.MovedAsync(card, "Analyse");

        (await NextAsync(events)).CardId.ShouldBe(card);
        events.Current.EventType.ShouldBe("Moved");
    }

    [Fact]
    public async Task Given_last_event_id_Then_the_stream_goes_on_after_it_without_gap_or_double()
    {
        var scene = await WithAsync(fixture);
        var cards = await scene.PlaceManyAsync(3);
        await scene.MovedAsync(cards[0], "Analyse");
        await using var events = await OpenAsync(scene, replica: 0, lastEventId: 2);

        var seen = new List<(string?, string?)>();
        while (seen.Count < 3)
        {
            var told = await NextAsync(events);
            seen.Add((events.Current.EventId, told.ToColumn));
        }

        seen.ShouldBe([("3", "To do"), ("4", "To do"), ("5", "Analyse")]);
    }

    [Fact]
    public async Task Given_a_stream_that_breaks_Then_another_replica_goes_on_where_it_stopped_while_cards_move()
    {
        var second = fixture.StartReplica();
        var scene = await WithAsync(fixture);
        var cards = await scene.PlaceManyAsync(6);
        HttpClient[] clients = [scene.Member, scene.ClientFor(scene.MemberPerson, second)];
        var seen = new List<long>();
        long? last = (await scene.ShownAsync()).Version;
        var moves = Task.WhenAll(cards.Select((card, n) => ThereAndBackAsync(scene, clients[n % 2], card)));

        for (
            var replica = 0;
            seen.Count < 5 || !moves.IsCompleted || last < (await scene.ShownAsync()).Version;
            replica++
        )
        {
            await using var events = await OpenAsync(scene, replica % 2 == 0 ? 0 : second, last);
            for (var read = 0; read < 5 && last < (await scene.ShownAsync()).Version; read++)
            {
                (await events.MoveNextAsync()).ShouldBeTrue();
                seen.Add(long.Parse(events.Current.EventId!, CultureInfo.InvariantCulture));
                last = seen[^1];
            }
        }

        await moves;
        seen.ShouldBe(Enumerable.Range(0, seen.Count).Select(n => seen[0] + n), "no gap, no double, in order");
        seen[^1].ShouldBe((await scene.ShownAsync()).Version);
    }

    [Fact]
    public async Task Given_the_version_of_a_board_that_was_read_Then_after_leaves_no_hole_behind_it()
    {
        var scene = await WithAsync(fixture);
        var cards = await scene.PlaceManyAsync(2);
        var version = (await scene.ShownAsync()).Version;
        await scene.MovedAsync(cards[0], "Analyse");

        await using var events = await OpenAsync(scene, replica: 0, after: version);

        (await events.MoveNextAsync()).ShouldBeTrue();
        events.Current.EventId.ShouldBe($"{version + 1}");
    }

    [Fact]
    public async Task Given_more_streams_than_connections_to_the_database_Then_all_of_them_hear_of_a_move()
    {
        var scene = await WithAsync(fixture);
        var card = await scene.PlaceAsync();
        var streams = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => OpenAsync(scene, replica: 0)));

        await scene.MovedAsync(card, "Analyse");

        foreach (var events in streams)
        {
            (await NextAsync(events)).ToColumn.ShouldBe("Analyse");
            await events.DisposeAsync();
        }
    }

    private static async Task ThereAndBackAsync(BoardScene scene, HttpClient by, Guid card)
    {
        for (var round = 0; round < 3; round++)
        {
            await scene.MoveAsync(by, card, "Analyse", pull: false);
            await scene.MoveAsync(by, card, "To do", pull: false);
        }
    }

    private static Task<TransitionResponse> NextAsync(EventStream events) => events.NextAsync<TransitionResponse>(Json);

    private static Task<EventStream> OpenAsync(
        BoardScene scene,
        int replica,
        long? lastEventId = null,
        long? after = null
    ) =>
        EventStream.OpenAsync(
            scene.ClientFor(scene.MemberPerson, replica),
            $"/board/boards/{scene.BoardId}/events{(after is { } version ? $"?after={version}" : "")}",
            lastEventId
        );
}
