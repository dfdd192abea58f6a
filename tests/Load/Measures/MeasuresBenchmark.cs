using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Spectre.Console;

namespace FlowPlatform.Load.Measures;

/// <summary>
/// Imports a generated history and asks for every measure: over the last 90 days, over 90 days at the beginning of the
/// history, and over all of it. `dotnet run -c Release --project tests/Load -- measures 125000`: a million transitions.
/// </summary>
internal static class MeasuresBenchmark
{
    private const int Days = 1_100;
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(2);
    private static readonly string[] Metrics =
    [
        "wip",
        "throughput",
        "cycle-time",
        "age",
        "aging-wip",
        "flow-efficiency",
        "blocked",
        "cfd",
        "limit-use",
        "categories",
        "technical-debt",
        "items",
        "forecast?days=30&items=50",
        "forecast/calibration",
    ];

    public static async Task RunAsync(HttpClient lead, Guid team, int cases)
    {
        using var made = await lead.PostAsJsonAsync("/api/board/boards", new { teamId = team, name = "Measures" });
        var board = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        var today = TimeProvider.System.GetUtcNow().UtcDateTime.Date;
        await ImportAsync(lead, board, cases, today);
        var table = new Table().AddColumns("window", "measure", "failed", "p50 ms", "p95 ms", "p99 ms");
        foreach (var (name, from, to) in Windows(today))
        {
            foreach (var metric in Metrics)
            {
                var path = $"/api/board/boards/{board}/metrics/{metric}{(metric.Contains('?') ? '&' : '?')}";
                var row = await Measure.RunAsync(
                    metric,
                    clients: 1,
                    Each,
                    () => lead.GetAsync(new Uri($"{path}from={from}&to={to}", UriKind.Relative))
                );
                table.AddRow(name, metric, $"{row.Failed}", $"{row.P50:F1}", $"{row.P95:F1}", $"{row.P99:F1}");
            }
        }

        AnsiConsole.Write(table);
    }

    private static async Task ImportAsync(HttpClient lead, Guid board, int cases, DateTime today)
    {
        using var log = new ByteArrayContent(GeneratedLog.Of(cases, today, Days));
        log.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        var watch = Stopwatch.StartNew();
        using var imported = await lead.PostAsync($"/api/board/boards/{board}/history-imports", log);
        imported.EnsureSuccessStatusCode();
        var told = await imported.Content.ReadFromJsonAsync<JsonElement>();
        var transitions = told.GetProperty("transitions").GetInt32();
        Console.WriteLine(
            $"{transitions} transitions imported: {transitions / watch.Elapsed.TotalSeconds:F0} a second"
        );
        watch.Restart();
        // The first measure waits until the whole history is taken.
        (
            await lead.GetAsync(new Uri($"/api/board/boards/{board}/metrics/wip", UriKind.Relative))
        ).EnsureSuccessStatusCode();
        Console.WriteLine($"taken into the measures after {watch.Elapsed.TotalSeconds:F1} s more");
    }

    private static IEnumerable<(string Name, string From, string To)> Windows(DateTime today)
    {
        static string Text(DateTime day) => day.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

        yield return ("last 90 days", Text(today.AddDays(-90)), Text(today));
        yield return ("first 90 days", Text(today.AddDays(-Days)), Text(today.AddDays(90 - Days)));
        yield return ("all", Text(today.AddDays(-Days - 20)), Text(today));
    }
}
