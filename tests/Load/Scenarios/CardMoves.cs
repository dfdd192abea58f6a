using FlowPlatform.Load.Running;

namespace FlowPlatform.Load.Scenarios;

/// <summary>Cards go to and fro between two columns: over eight boards, and on a single hot one, of growing size.</summary>
internal static class CardMoves
{
    private const int Clients = 32;
    private const int BoardsAtOnce = 8;

    public static async Task<IReadOnlyList<Measurement>> RunAsync(Bench bench)
    {
        using var lead = await bench.ClientAsync("lena");
        var token = await bench.TokenAsync("lena");
        var rows = new List<Measurement>();
        foreach (var size in new[] { 200, 2_000, 20_000 })
        {
            var boards = new List<(Guid Id, IReadOnlyList<Guid> Cards)>();
            for (var number = 0; number < BoardsAtOnce; number++)
            {
                boards.Add(await Boards.MakeAsync(lead, $"B{size}-{number}", size));
            }

            rows.Add(await MoveAsync(bench, token, $"move, 8 boards of {size}", Clients, boards));
            rows.Add(await MoveAsync(bench, token, $"move, 1 board of {size}", Clients, boards[..1]));
            rows.Add(await MoveAsync(bench, token, $"move, 1 board of {size}", 1, boards[..1]));
            rows.Add(await ReadAsync(bench, token, $"read a board of {size}", boards[0].Id, null));
            rows.Add(
                await ReadAsync(
                    bench,
                    token,
                    $"read it unchanged (304), {size}",
                    boards[0].Id,
                    await TagAsync(lead, boards[0].Id)
                )
            );
        }

        return rows;
    }

    private static async Task<Measurement> MoveAsync(
        Bench bench,
        string token,
        string what,
        int clients,
        List<(Guid Id, IReadOnlyList<Guid> Cards)> boards
    )
    {
        List<WireClient> wires =
        [
            .. Enumerable.Range(0, clients).Select(_ => new WireClient(bench.Platform.Gateway, token)),
        ];
        var operations = wires.Select(
            (wire, number) =>
            {
                // Each client has cards of its own, so that what is measured is the board's lock and not refusals.
                var (_, cards) = boards[number % boards.Count];
                var place = number / boards.Count;
                List<Guid> mine = [.. cards.Where((_, index) => index % Clients == place).Take(5)];
                return Mover(wire, mine);
            }
        );
        try
        {
            return await bench.Measure.RunAsync(what, [.. operations]);
        }
        finally
        {
            wires.ForEach(wire => wire.Dispose());
        }
    }

    private static Func<Task<bool>> Mover(WireClient wire, List<Guid> cards)
    {
        var requests = new[] { "Develop", "Test" }
            .SelectMany(column =>
                cards.Select(card =>
                    wire.Prepare(
                        HttpMethod.Post,
                        $"/api/board/cards/{card}/moves",
                        $$"""{"toColumn":"{{column}}","pull":false}"""
                    )
                )
            )
            .ToList();
        var turn = 0;
        return async () => await wire.SendAsync(requests[turn++ % requests.Count]) == 200;
    }

    private static Task<Measurement> ReadAsync(Bench bench, string token, string what, Guid board, string? tag) =>
        bench.RepeatAsync(
            what,
            1,
            bench.Platform.Gateway,
            token,
            wire =>
                wire.Prepare(
                    HttpMethod.Get,
                    $"/api/board/boards/{board}",
                    header: tag is null ? "Accept-Encoding: br, gzip" : $"If-None-Match: {tag}"
                )
        );

    private static async Task<string> TagAsync(HttpClient lead, Guid board)
    {
        using var answer = await lead.GetAsync(new Uri($"/api/board/boards/{board}", UriKind.Relative));
        return answer.Headers.ETag!.ToString();
    }
}
