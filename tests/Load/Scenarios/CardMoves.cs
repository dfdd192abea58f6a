using FlowPlatform.Load.Running;

namespace FlowPlatform.Load.Scenarios;

/// <summary>Cards go to and fro between two columns: over eight boards, and on a single hot one, of growing size.</summary>
internal static class CardMoves
{
    private const int Clients = 32;
    private const int BoardsAtOnce = 8;
    private const int PerClient = 5;

    public static async Task<IReadOnlyList<Measurement>> RunAsync(Bench bench, Report report, int[] sizes)
    {
        using var lead = await bench.ClientAsync("lena");
        var token = await bench.TokenAsync("lena");
        var rows = new List<Measurement>();
        foreach (var size in sizes)
        {
            var boards = new List<(Guid Id, IReadOnlyList<Guid> Cards)>();
            for (var number = 0; number < BoardsAtOnce; number++)
            {
                boards.Add(await Boards.MakeAsync(lead, $"B{size}-{number}", size));
            }

            await bench.Platform.SettleBoardAsync();
            rows.Add(await MoveAsync(bench, token, $"move, 8 boards of {size}", Clients, boards, 160));
            rows.Add(await MoveAsync(bench, token, $"move, 1 board of {size}", Clients, boards[..1], 0));
            rows.Add(await MoveAsync(bench, token, $"move, 1 board of {size}", 1, boards[..1], 180));
            rows.AddRange(await BoardReads.RunAsync(bench, report, size, boards[0].Id, boards[0].Cards[^1]));
        }

        return rows;
    }

    private static async Task<Measurement> MoveAsync(
        Bench bench,
        string token,
        string what,
        int clients,
        List<(Guid Id, IReadOnlyList<Guid> Cards)> boards,
        int firstCard
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
                return Mover(wire, [.. cards.Skip(firstCard + (number / boards.Count * PerClient)).Take(PerClient)]);
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
}
