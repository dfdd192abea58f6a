using FlowPlatform.Load.Limits;
using FlowPlatform.Load.Running;
using FlowPlatform.Load.Scenarios;

// A benchmark, not a test: it prints what it measured and judges nothing. Everything runs on this machine, the load generator included.
if (args is [BareEndpoint.Verb, var address, var database])
{
    await BareEndpoint.ServeAsync(address, database);
    return;
}

if (args is [EmptyService.Verb, var at, var store, var broker])
{
    await EmptyService.ServeAsync(at, store, broker);
    return;
}

string Option(string name, string otherwise) =>
    args.FirstOrDefault(word => word.StartsWith($"--{name}=", StringComparison.Ordinal))?[(name.Length + 3)..]
    ?? otherwise;
var time = TimeSpan.FromSeconds(int.Parse(Option("seconds", "10")));
var runs = int.Parse(Option("runs", "3"));
var only = Option("only", "limits,create,gateway,latency,moves,race,streams,import").Split(',');

await using var platform = await Platform.StartAsync(Platform.Root);
await platform.RestAsync();

// Idle is what a service keeps once it has given back what only its start needed.
var rest = TimeSpan.FromSeconds(20);
await Task.Delay(rest);
var report = new Report(platform.StartedIn, platform.Memory());
var bench = new Bench(platform, time, runs);
foreach (var scenario in only)
{
    switch (scenario)
    {
        case "limits":
            report.Add(await SingleRows.RunAsync(bench));
            report.Add(await MoveRows.RunAsync(bench));
            var empty = await EmptyService.MemoryAsync(platform, rest);
            report.Note($"limit: a service with EF Core and MassTransit and nothing else holds {empty:F0} MB idle");
            break;
        case "create":
            report.Add(await CreateRequest.RunAsync(bench));
            break;
        case "gateway":
            report.Add(await GatewayCost.RunAsync(bench));
            break;
        case "latency":
            report.Add([await EventLatency.RunAsync(bench, time, int.Parse(Option("commands", "200")))]);
            break;
        case "moves":
            report.Add(
                await CardMoves.RunAsync(
                    bench,
                    report,
                    [.. Option("sizes", "200,2000,20000").Split(',').Select(int.Parse)]
                )
            );
            break;
        case "race":
            report.Note(await LimitRace.RunAsync(bench));
            break;
        case "streams":
            report.Add([await BoardStreams.RunAsync(bench, time)]);
            break;
        case "import":
            report.Add(await ImportRows.RunAsync(bench));
            break;
        case "measures":
            report.Add(await FlowMeasures.RunAsync(bench, int.Parse(Option("cases", "125000"))));
            break;
        default:
            Console.Error.WriteLine($"There is no scenario {scenario}.");
            break;
    }
}

report.Print(platform.Memory());
