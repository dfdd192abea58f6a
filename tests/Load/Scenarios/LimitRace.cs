using FlowPlatform.Load.Running;

namespace FlowPlatform.Load.Scenarios;

/// <summary>Fifty people pull at the same instant into a column that takes three cards, several times over.</summary>
internal static class LimitRace
{
    private const int Limit = 3;
    private const int Pulls = 50;
    private const int Rounds = 10;

    public static async Task<string> RunAsync(Bench bench)
    {
        using var lead = await bench.ClientAsync("lena");
        var token = await bench.TokenAsync("lena");
        var outcomes = new List<string>();
        for (var round = 0; round < Rounds; round++)
        {
            var (board, cards) = await Boards.MakeAsync(lead, $"Race{round}", Pulls, Limit);
            var statuses = await PullAsync(bench, token, cards);
            var counted = statuses
                .GroupBy(status => status)
                .OrderBy(same => same.Key)
                .Select(same => $"{same.Count()} × {same.Key}");
            outcomes.Add($"{string.Join(", ", counted)}, {await InDevelopAsync(lead, board)} on the board");
        }

        return $"{Pulls} parallel pulls, limit {Limit}: {string.Join("; ", outcomes.Distinct())}, {Rounds} rounds";
    }

    private static async Task<int[]> PullAsync(Bench bench, string token, IReadOnlyList<Guid> cards)
    {
        List<WireClient> wires = [.. cards.Select(_ => new WireClient(bench.Platform.Gateway, token))];
        try
        {
            return await Task.WhenAll(
                wires.Select(
                    (wire, number) =>
                        wire.SendAsync(
                            wire.Prepare(
                                HttpMethod.Post,
                                $"/api/board/cards/{cards[number]}/moves",
                                """{"toColumn":"Develop","pull":false}"""
                            )
                        )
                )
            );
        }
        finally
        {
            wires.ForEach(wire => wire.Dispose());
        }
    }

    private static async Task<int> InDevelopAsync(HttpClient lead, Guid board)
    {
        using var answer = await lead.GetAsync(new Uri($"/api/board/boards/{board}", UriKind.Relative));
        return (await Bench.ReadAsync(answer))
            .GetProperty("columns")
            .EnumerateArray()
            .Single(column => column.GetProperty("column").GetProperty("name").GetString() == "Develop")
            .GetProperty("cards")
            .GetArrayLength();
    }
}
