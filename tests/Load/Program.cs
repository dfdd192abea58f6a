using System.Net.Http.Json;
using System.Text.Json;
using FlowPlatform.Load;
using FlowPlatform.Load.Measures;
using Spectre.Console;

// A benchmark, not a test: it prints what it measured and judges nothing. Everything runs on this machine, the load generator included.
var seconds = args.Length > 0 && int.TryParse(args[0], out var given) ? given : 10;
var time = TimeSpan.FromSeconds(seconds);
var root = Environment.CurrentDirectory;
await using var platform = await Platform.StartAsync(root);
using var abby = await platform.SignInAsync("abby");
using var lena = await platform.SignInAsync("lena");
var customer = Guid.Parse("01900000-0000-7000-8002-000000000001");
var team = Guid.Parse("01900000-0000-7000-8001-000000000001");

if (args is ["measures", ..])
{
    await MeasuresBenchmark.RunAsync(
        lena,
        team,
        args is [_, var text] && int.TryParse(text, out var cases) ? cases : 125_000
    );
    return;
}

using var made = await lena.PostAsJsonAsync("/api/board/boards", new { teamId = team, name = "Load" });
var board = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
Task<HttpResponseMessage> Submit() =>
    abby.PostAsJsonAsync("/api/intake/requests", new { customerId = customer, title = "Asked for by the benchmark" });
Task<HttpResponseMessage> Read() => lena.GetAsync(new Uri($"/api/board/boards/{board}", UriKind.Relative));
Task<HttpResponseMessage> Live() => lena.GetAsync(new Uri("/health/live", UriKind.Relative));

var idle = platform.Memory();
List<Measurement> rows =
[
    await Measure.RunAsync("gateway's own empty endpoint", 32, time, Live),
    await Measure.RunAsync("create request", 1, time, Submit),
    await Measure.RunAsync("create request", 32, time, Submit),
    await Measure.RunAsync("read an empty board", 1, time, Read),
    await Measure.RunAsync("read an empty board", 32, time, Read),
];
var loaded = platform.Memory();

var table = new Table().AddColumns("what", "clients", "requests", "failed", "per second", "p50 ms", "p95 ms", "p99 ms");
foreach (var row in rows)
{
    table.AddRow(
        row.What,
        $"{row.Clients}",
        $"{row.Requests}",
        $"{row.Failed}",
        $"{row.PerSecond:F0}",
        $"{row.P50:F2}",
        $"{row.P95:F2}",
        $"{row.P99:F2}"
    );
}

var memory = new Table().AddColumns("process", "MB idle", "MB after load");
foreach (var (name, size) in loaded)
{
    memory.AddRow(name, $"{idle.GetValueOrDefault(name)}", $"{size}");
}

AnsiConsole.Write(table);
AnsiConsole.Write(memory);
Console.WriteLine(
    JsonSerializer.Serialize(
        new
        {
            startedInSeconds = platform.StartedIn.TotalSeconds,
            rows,
            idle,
            loaded,
        }
    )
);
