using System.Net.ServerSentEvents;
using System.Text.Json;
using FlowPlatform.Board.Features.Cards;
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

        var next = events.MoveNextAsync();
        await scene.MovedAsync(card, "Analyse");

        (await next.AsTask().WaitAsync(TimeSpan.FromSeconds(5), Ct)).ShouldBeTrue();
        events.Current.EventType.ShouldBe("Moved");
        Data(events.Current).CardId.ShouldBe(card);
    }

    [Fact]
    public async Task Given_last_event_id_Then_the_stream_goes_on_after_it_without_gap_or_double()
    {
        var scene = await WithAsync(fixture);
        var cards = await scene.PlaceManyAsync(3);
        await scene.MovedAsync(cards[0], "Analyse");
        await using var events = await OpenAsync(scene, replica: 0, lastEventId: 2);

        var seen = new List<string?>();
        while (seen.Count < 3 && await events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(5), Ct))
        {
            seen.Add(events.Current.EventId);
        }

        seen.ShouldBe(["3", "4", "5"]);
        Data(events.Current).ToColumn.ShouldBe("Analyse");
    }

    private static TransitionResponse Data(SseItem<string> item) =>
        JsonSerializer.Deserialize<TransitionResponse>(item.Data, Json)!;

    private static async Task<IAsyncEnumerator<SseItem<string>>> OpenAsync(
        BoardScene scene,
        int replica,
        long? lastEventId = null
    )
    {
        var client = scene.ClientFor(scene.MemberPerson, replica);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/board/boards/{scene.BoardId}/events");
        if (lastEventId is { } last)
        {
            request.Headers.Add("Last-Event-ID", $"{last}");
        }

        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
        response.EnsureSuccessStatusCode();
        var stream = await response.Content.ReadAsStreamAsync(Ct);
        return SseParser
            .Create(stream)
            .EnumerateAsync(Ct)
            .Where(item => item.EventType != "heartbeat")
            .GetAsyncEnumerator(Ct);
    }
}
