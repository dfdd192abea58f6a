using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using FlowPlatform.Load.Running;
using Npgsql;

namespace FlowPlatform.Load.Scenarios;

/// <summary>
/// 100,000 rows are imported while others go on working: how fast they are visible, what memory grows, how fast their events drain,
/// and what a small read takes meanwhile.
/// </summary>
internal static class ImportRows
{
    private const int Rows = 100_000;

    public static async Task<ImportFigures> RunAsync(Bench bench)
    {
        using var lead = await bench.ClientAsync("lena");
        var token = await bench.TokenAsync("abby");
        await using var database = bench.Platform.Database("Intake");
        var quiet = await ReadAsync(bench, token, "a small read, quiet", besideOtherWork: false);
        var before = bench.Platform.Memory()["FlowPlatform.Intake.dll"];
        using var peak = new PeakMemory(bench.Platform, "FlowPlatform.Intake.dll");
        var watch = Stopwatch.StartNew();
        var import = await StartAsync(lead);
        await WaitAsync(lead, import);
        var visible = watch.Elapsed.TotalSeconds;
        var backlog = await BacklogAsync(database);
        var draining = Stopwatch.StartNew();
        var busy = await ReadAsync(bench, token, "a small read, events draining", besideOtherWork: true);
        while (await BacklogAsync(database) > 0)
        {
            await Task.Delay(50);
        }

        return new ImportFigures(
            Rows / visible,
            peak.Highest - before,
            backlog,
            backlog / draining.Elapsed.TotalSeconds
        )
        {
            Reads = [quiet, busy],
        };
    }

    private static Task<Measurement> ReadAsync(Bench bench, string token, string what, bool besideOtherWork) =>
        bench.RepeatAsync(
            what,
            1,
            bench.Platform.Gateway,
            token,
            wire => wire.Prepare(HttpMethod.Get, "/api/intake/customers"),
            besideOtherWork
        );

    private static async Task<Guid> StartAsync(HttpClient lead)
    {
        var file = new StringBuilder(
            "number,incident_state,sys_updated_at,opened_at,impact,urgency,priority,category\n"
        );
        for (var row = 0; row < Rows; row++)
        {
            file.Append(
                CultureInfo.InvariantCulture,
                $"LOAD{row:D7},New,01-02-2026 10:00,01-02-2026 10:00,2 - Medium,2 - Medium,3 - Moderate,Category {row % 50}\n"
            );
        }

        using var content = new StringContent(file.ToString(), MediaTypeHeaderValue.Parse("text/csv"));
        using var answer = await lead.PostAsync(
            new Uri(
                $"/api/intake/imports?profile=ServiceNow&teamId={Demo.FinanceSystems}&customerId={Demo.Accounting}",
                UriKind.Relative
            ),
            content
        );
        return (await Bench.ReadAsync(answer)).GetProperty("id").GetGuid();
    }

    private static async Task WaitAsync(HttpClient lead, Guid import)
    {
        while (true)
        {
            using var answer = await lead.GetAsync(new Uri($"/api/intake/imports/{import}", UriKind.Relative));
            var state = (await Bench.ReadAsync(answer)).GetProperty("state").GetString();
            if (state is "Completed")
            {
                return;
            }

            await (
                state is "Failed" or "Cancelled"
                    ? throw new InvalidOperationException($"The import is {state}.")
                    : Task.Delay(20)
            );
        }
    }

    private static async Task<long> BacklogAsync(NpgsqlDataSource database)
    {
        await using var ask = database.CreateCommand("SELECT count(*) FROM outbox_message");
        return (long)(await ask.ExecuteScalarAsync())!;
    }
}

/// <summary>What the import came to. Memory in MB above what the service had before.</summary>
internal sealed record ImportFigures(double RowsPerSecond, double MemoryGrowth, long Events, double EventsPerSecond)
{
    public IReadOnlyList<Measurement> Reads { get; init; } = [];
}
