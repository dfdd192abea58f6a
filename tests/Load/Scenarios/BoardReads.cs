using FlowPlatform.Load.Running;

namespace FlowPlatform.Load.Scenarios;

/// <summary>A whole board is read: again and again, unchanged since, and each time after a card of it moved.</summary>
internal static class BoardReads
{
    public static async Task<IReadOnlyList<Measurement>> RunAsync(
        Bench bench,
        Report report,
        int size,
        Guid board,
        Guid card
    )
    {
        var token = await bench.TokenAsync("lena");
        using var lead = await bench.ClientAsync("lena");
        using var answer = await lead.GetAsync(new Uri($"/api/board/boards/{board}", UriKind.Relative));
        var tag = answer.Headers.ETag!.ToString();
        var rows = new List<Measurement>
        {
            await ReadAsync(bench, token, $"read a board of {size}", board, Compressed),
            await ReadAsync(bench, token, $"read it unchanged (304), {size}", board, $"If-None-Match: {tag}"),
        };
        using var wire = new WireClient(bench.Platform.Gateway, token);
        rows.Add(await bench.Measure.RunAsync($"move a card, then read the board, {size}", [Both(wire, board, card)]));
        report.Note($"a board of {size} is {wire.Received / 1024.0:F0} KB on the wire, compressed");
        return rows;
    }

    private const string Compressed = "Accept-Encoding: br, gzip";

    private static Task<Measurement> ReadAsync(Bench bench, string token, string what, Guid board, string header) =>
        bench.RepeatAsync(
            what,
            1,
            bench.Platform.Gateway,
            token,
            wire => wire.Prepare(HttpMethod.Get, $"/api/board/boards/{board}", header: header)
        );

    private static Func<Task<bool>> Both(WireClient wire, Guid board, Guid card)
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
        var read = wire.Prepare(HttpMethod.Get, $"/api/board/boards/{board}", header: Compressed);
        var turn = 0;
        return async () => await wire.SendAsync(moves[turn++ % 2]) == 200 && await wire.SendAsync(read) == 200;
    }
}
