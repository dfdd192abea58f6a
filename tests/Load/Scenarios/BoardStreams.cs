using System.Diagnostics;
using System.Net.ServerSentEvents;
using FlowPlatform.Load.Running;

namespace FlowPlatform.Load.Scenarios;

/// <summary>
/// A hundred browsers follow a board over the gateway while a card moves twenty times a second: how long after the move
/// was sent, the move itself included, each of them hears of it.
/// </summary>
internal static class BoardStreams
{
    private const int Streams = 100;
    private const int PerSecond = 20;

    public static async Task<Measurement> RunAsync(Bench bench, TimeSpan time)
    {
        Console.Error.WriteLine($"  {Streams} streams");
        using var lead = await bench.ClientAsync("lena");
        var (board, cards) = await Boards.MakeAsync(lead, "Streams", 20);
        using var end = new CancellationTokenSource();
        var opened = new List<Task>();
        var heard = Enumerable
            .Range(0, Streams)
            .Select(_ =>
            {
                var open = new TaskCompletionSource();
                opened.Add(open.Task);
                return FollowAsync(lead, board, open, end.Token);
            })
            .ToList();
        await Task.WhenAll(opened);
        var watch = Stopwatch.StartNew();
        using var wire = new WireClient(bench.Platform.Gateway, await bench.TokenAsync("lena"));
        var sent = await MoveAsync(wire, cards[0], time);
        var seconds = watch.Elapsed.TotalSeconds;
        await Task.Delay(TimeSpan.FromSeconds(2));
        await end.CancelAsync();
        var all = await Task.WhenAll(heard);
        var taken = all.SelectMany(stream => Taken(stream, sent)).ToList();
        var row = Measurement.Of($"a move until {Streams} streams know", Streams, taken, 0, seconds);
        row = row with { Failed = (Streams * sent.Count) - taken.Count };
        Console.Error.WriteLine($"    p50 {row.P50:F2} ms, p99 {row.P99:F2} ms, {row.Failed} missed");
        return row;
    }

    /// <summary>The instants at which moves were sent.</summary>
    private static async Task<List<long>> MoveAsync(WireClient wire, Guid card, TimeSpan time)
    {
        byte[][] moves =
        [
            .. new[] { "Develop", "Test" }.Select(column =>
                wire.Prepare(
                    HttpMethod.Post,
                    $"/api/board/cards/{card}/moves",
                    $$"""{"toColumn":"{{column}}","pull":false}"""
                )
            ),
        ];
        var sent = new List<long>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time && await timer.WaitForNextTickAsync())
        {
            sent.Add(Stopwatch.GetTimestamp());
            if (await wire.SendAsync(moves[sent.Count % 2]) != 200)
            {
                throw new InvalidOperationException("A move of the stream's card was refused.");
            }
        }

        return sent;
    }

    /// <summary>One move at a time makes one event at a time: the n-th event tells of the n-th move.</summary>
    private static IEnumerable<double> Taken(List<long> heard, List<long> sent) =>
        heard.Zip(sent, (at, from) => Stopwatch.GetElapsedTime(from, at).TotalMilliseconds);

    private static async Task<List<long>> FollowAsync(
        HttpClient lead,
        Guid board,
        TaskCompletionSource opened,
        CancellationToken ct
    )
    {
        var heard = new List<long>();
        try
        {
            var path = new Uri($"/api/board/boards/{board}/events", UriKind.Relative);
            using var answer = await lead.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, ct);
            answer.EnsureSuccessStatusCode();
            await using var stream = await answer.Content.ReadAsStreamAsync(ct);
            await foreach (var told in SseParser.Create(stream).EnumerateAsync(ct))
            {
                opened.TrySetResult();
                if (told.EventType != "heartbeat")
                {
                    heard.Add(Stopwatch.GetTimestamp());
                }
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or HttpRequestException)
        {
            // The measurement is over, or it cannot begin.
            opened.TrySetException(ended);
        }

        return heard;
    }
}
