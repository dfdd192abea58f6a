using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using FlowPlatform.Load.Running;
using Npgsql;

namespace FlowPlatform.Load.Scenarios;

/// <summary>
/// Triage accepts so many requests a second in Intake; of some it is measured how long after the answer, which comes after the commit, its
/// option stands in Prioritisation's database. Only one is looked for at a time, and not through the gateway: looking takes the processor
/// from what is looked for. What was found must be answered through the gateway then.
/// </summary>
internal static class EventLatency
{
    /// <summary>Commands before it is measured: until the code on the way is compiled for good.</summary>
    private const int WarmUp = 2000;

    public static async Task<Measurement> RunAsync(Bench bench, TimeSpan time, int perSecond)
    {
        Console.Error.WriteLine($"  event latency at {perSecond} commands a second");
        var requests = await SubmitAsync(
            await bench.ClientAsync("abby"),
            WarmUp + (int)(perSecond * time.TotalSeconds)
        );
        var token = await bench.TokenAsync("lena");
        await AcceptAsync(bench, token, requests[..WarmUp], perSecond);
        await bench.Platform.RestAsync();
        return await bench.Measure.WithCoresAsync(async () =>
        {
            var watch = Stopwatch.StartNew();
            var taken = await AcceptAsync(bench, token, requests[WarmUp..], perSecond);
            var row = Measurement.Of(
                $"event latency at {perSecond} commands/s",
                1,
                [.. taken.Where(sample => sample is not null).Select(sample => sample!.Value)],
                taken.Count(sample => sample is null),
                watch.Elapsed.TotalSeconds
            );
            return row with { PerSecond = (requests.Count - WarmUp) / watch.Elapsed.TotalSeconds };
        });
    }

    private static async Task<List<Guid>> SubmitAsync(HttpClient abby, int many)
    {
        var made = new List<Guid>(many);
        foreach (var chunk in Enumerable.Range(0, many).Chunk(32))
        {
            var answers = await Task.WhenAll(
                chunk.Select(number =>
                    Bench.PostAsync(
                        abby,
                        "/api/intake/requests",
                        new { customerId = Demo.Accounting, title = $"Latency {number}" }
                    )
                )
            );
            made.AddRange(answers.Select(answer => answer.GetProperty("id").GetGuid()));
        }

        return made;
    }

    /// <summary>What the looks took, in milliseconds; nothing for one that found no option in half a minute.</summary>
    private static async Task<IReadOnlyList<double?>> AcceptAsync(
        Bench bench,
        string token,
        List<Guid> requests,
        int perSecond
    )
    {
        var idle = new ConcurrentBag<WireClient>();
        var running = new List<Task>(requests.Count);
        var looks = new List<Task<double?>>();
        using var reading = new WireClient(bench.Platform.Gateway, token);
        await using var database = bench.Platform.Database("Prioritisation");
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < requests.Count; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / perSecond) - watch.Elapsed;
            if (due > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(due);
            }

            var request = requests[number];
            var accepted = AcceptOneAsync(bench, token, request, idle);
            running.Add(accepted);
            if (looks is [] or [.., { IsCompleted: true }])
            {
                looks.Add(LookAsync(database, reading, request, accepted));
            }
        }

        await Task.WhenAll(running);
        return await Task.WhenAll(looks);
    }

    private static async Task<long?> AcceptOneAsync(
        Bench bench,
        string token,
        Guid request,
        ConcurrentBag<WireClient> idle
    )
    {
        var wire = idle.TryTake(out var free) ? free : new WireClient(bench.Platform.Gateway, token);
        var decision = JsonSerializer.Serialize(new { decision = "Accept", teamId = Demo.FinanceSystems });
        var status = await wire.SendAsync(
            wire.Prepare(HttpMethod.Post, $"/api/intake/requests/{request}/triage", decision)
        );
        var committed = Stopwatch.GetTimestamp();
        idle.Add(wire);
        return status == 200 ? committed : null;
    }

    private static async Task<double?> LookAsync(
        NpgsqlDataSource database,
        WireClient reading,
        Guid request,
        Task<long?> accepted
    )
    {
        await using var look = database.CreateCommand("SELECT FROM options WHERE id = $1");
        look.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = request });
        var committed = await accepted;
        while (committed is { } since && Stopwatch.GetElapsedTime(since).TotalSeconds < 30)
        {
            if (await IsThereAsync(look))
            {
                var taken = Stopwatch.GetElapsedTime(since).TotalMilliseconds;
                var read = reading.Prepare(HttpMethod.Get, $"/api/prioritisation/options/{request}");
                return await reading.SendAsync(read) == 200 ? taken : null;
            }

            await Task.Delay(1);
        }

        return null;
    }

    private static async Task<bool> IsThereAsync(NpgsqlCommand look)
    {
        await using var rows = await look.ExecuteReaderAsync();
        return await rows.ReadAsync();
    }
}
