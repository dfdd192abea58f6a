using System.Text.Json;
using FlowPlatform.Load.Scenarios;
using Spectre.Console;

namespace FlowPlatform.Load.Running;

/// <summary>Everything that one benchmark found; printed as tables, and as one line of JSON.</summary>
internal sealed class Report(TimeSpan startedIn, IReadOnlyDictionary<string, double> idle)
{
    private readonly List<Measurement> _rows = [];
    private readonly List<ImportFigures> _imports = [];
    private readonly List<string> _notes = [];

    public void Add(IEnumerable<Measurement> rows) => _rows.AddRange(rows);

    /// <summary>What is not a time: a count that must be exact, a size.</summary>
    public void Note(string text)
    {
        Console.Error.WriteLine($"  {text}");
        _notes.Add(text);
    }

    public void Add(ImportFigures figures)
    {
        _imports.Add(figures);
        _rows.AddRange(figures.Reads);
    }

    public void Print(IReadOnlyDictionary<string, double> loaded)
    {
        AnsiConsole.Profile.Width = 200;
        AnsiConsole.Write(Rows());
        AnsiConsole.Write(Memory(loaded));
        foreach (var import in _imports)
        {
            Console.WriteLine(
                $"import: {import.RowsPerSecond:F0} rows/s until visible, memory +{import.MemoryGrowth:F0} MB; "
                    + $"{import.Events} events left then, drained at {import.EventsPerSecond:F0}/s"
            );
        }

        _notes.ForEach(Console.WriteLine);
        Console.WriteLine($"started in {startedIn.TotalSeconds:F1} s");
        Console.WriteLine(
            JsonSerializer.Serialize(
                new
                {
                    startedInSeconds = startedIn.TotalSeconds,
                    rows = _rows,
                    imports = _imports,
                    notes = _notes,
                    idle,
                    loaded,
                }
            )
        );
    }

    private Table Rows()
    {
        string[] head = ["what", "clients", "done", "failed", "per second", "p50 ms", "p95 ms", "p99 ms", "cores used"];
        var table = new Table().AddColumns(head);
        foreach (var row in _rows)
        {
            var cores = row.Cores.Where(used => used.Value >= 0.02).OrderByDescending(used => used.Value);
            table.AddRow(
                row.What,
                $"{row.Clients}",
                $"{row.Done}",
                $"{row.Failed}",
                $"{row.PerSecond:F0}",
                $"{row.P50:F2}",
                $"{row.P95:F2}",
                $"{row.P99:F2}",
                string.Join(' ', cores.Select(used => $"{Short(used.Key)} {used.Value:F2}"))
            );
        }

        return table;
    }

    private Table Memory(IReadOnlyDictionary<string, double> loaded)
    {
        var table = new Table().AddColumns("process", "MB idle", "MB after load");
        foreach (var (name, size) in loaded)
        {
            table.AddRow(Short(name), $"{idle.GetValueOrDefault(name):F0}", $"{size:F0}");
        }

        // PostgreSQL's processes share most of their pages, so their sum says nothing.
        return table.AddRow("services, gateway and AppHost", $"{OursIn(idle):F0}", $"{OursIn(loaded):F0}");
    }

    private static double OursIn(IReadOnlyDictionary<string, double> memory) =>
        memory.Where(process => process.Key.StartsWith("FlowPlatform.", StringComparison.Ordinal)).Sum(p => p.Value);

    private static string Short(string program) =>
        program.Replace("FlowPlatform.", "", StringComparison.Ordinal).Replace(".dll", "", StringComparison.Ordinal);
}
