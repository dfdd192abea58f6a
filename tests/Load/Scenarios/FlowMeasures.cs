using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using FlowPlatform.Load.Running;

namespace FlowPlatform.Load.Scenarios;

/// <summary>
/// Imports a generated history (125,000 cases are a million transitions) and asks for every measure: over the last 90 days,
/// over 90 days at the beginning of the history, and over all of it.
/// </summary>
internal static class FlowMeasures
{
    private const int Days = 1_100;
    private static readonly string[] Metrics =
    [
        "wip",
        "throughput",
        "cycle-time",
        "age",
        "aging-wip",
        "flow-efficiency",
        "working-time",
        "blocked",
        "cfd",
        "limit-use",
        "categories",
        "technical-debt",
        "items",
        "forecast?days=30&items=50",
        "forecast/calibration",
    ];

    public static async Task<IReadOnlyList<Measurement>> RunAsync(Bench bench, int cases)
    {
        using var lead = await bench.ClientAsync("lena");
        var token = await bench.TokenAsync("lena");
        var (board, _) = await Boards.MakeAsync(lead, "Measures", cards: 0);
        var today = TimeProvider.System.GetUtcNow().UtcDateTime.Date;
        await ImportAsync(bench, lead, board, GeneratedLog.Of(cases, today, Days));
        var rows = new List<Measurement>();
        foreach (var (name, from, to) in Windows(today))
        {
            foreach (var metric in Metrics)
            {
                var path = $"/api/board/boards/{board}/metrics/{metric}{(metric.Contains('?') ? '&' : '?')}";
                rows.Add(
                    await bench.RepeatAsync(
                        $"{metric}, {name}",
                        clients: 1,
                        bench.Platform.Gateway,
                        token,
                        wire => wire.Prepare(HttpMethod.Get, $"{path}from={from}&to={to}")
                    )
                );
            }

            Hold(bench, $"after the measures of {name}");
        }

        return rows;
    }

    private static async Task ImportAsync(Bench bench, HttpClient lead, Guid board, byte[] history)
    {
        using var log = new ByteArrayContent(history);
        log.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var watch = Stopwatch.StartNew();
        var path = new Uri($"/api/board/boards/{board}/history-imports", UriKind.Relative);
        using var imported = await lead.PostAsync(path, log);
        var transitions = (await Bench.ReadAsync(imported)).GetProperty("transitions").GetInt32();
        Console.WriteLine(
            $"{transitions} transitions imported, {transitions / watch.Elapsed.TotalSeconds:F0} a second"
        );
        Hold(bench, "after the import");
        watch.Restart();
        await UntilTakenAsync(lead, board);
        Console.WriteLine($"taken into the measures after {watch.Elapsed.TotalSeconds:F1} s more");
        Hold(bench, "with the history taken");
    }

    /// <summary>Until then a measure says how far the history is taken, and 503.</summary>
    private static async Task UntilTakenAsync(HttpClient lead, Guid board)
    {
        while (true)
        {
            using var first = await lead.GetAsync(new Uri($"/api/board/boards/{board}/metrics/wip", UriKind.Relative));
            if (first.StatusCode != HttpStatusCode.ServiceUnavailable)
            {
                await Bench.ReadAsync(first);
                return;
            }
        }
    }

    private static void Hold(Bench bench, string when) =>
        Console.WriteLine($"Board holds {bench.Platform.Memory()["FlowPlatform.Board.dll"]:F0} MB {when}");

    private static IEnumerable<(string Name, string From, string To)> Windows(DateTime today)
    {
        static string Text(DateTime day) => day.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

        yield return ("last 90 days", Text(today.AddDays(-90)), Text(today));
        yield return ("first 90 days", Text(today.AddDays(-Days)), Text(today.AddDays(90 - Days)));
        yield return ("all", Text(today.AddDays(-Days - 20)), Text(today));
    }
}
