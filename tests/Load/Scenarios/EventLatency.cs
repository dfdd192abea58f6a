using System.Diagnostics;
using System.Text.Json;
using FlowPlatform.Load.Running;

namespace FlowPlatform.Load.Scenarios;

/// <summary>
/// Triage accepts 200 requests a second in Intake; of every twentieth it is measured how long after the answer, which comes after the
/// commit, its option can be read in Prioritisation.
/// </summary>
internal static class EventLatency
{
    private const int PerSecond = 200;
    private const int SampleEvery = 20;

    /// <summary>Commands before it is measured: until the code on the way is compiled for good.</summary>
    private const int WarmUp = 2000;

    public static async Task<Measurement> RunAsync(Bench bench, TimeSpan time)
    {
        Console.Error.WriteLine($"  event latency at {PerSecond} commands a second");
        using var lead = await bench.ClientAsync("lena");
        var requests = await SubmitAsync(
            await bench.ClientAsync("abby"),
            WarmUp + (int)(PerSecond * time.TotalSeconds)
        );
        var token = await bench.TokenAsync("lena");
        await AcceptAsync(bench, token, requests[..WarmUp]);
        return await bench.Measure.WithCoresAsync(async () =>
        {
            var watch = Stopwatch.StartNew();
            var taken = await AcceptAsync(bench, token, requests[WarmUp..]);
            var row = Measurement.Of(
                $"event latency at {PerSecond} commands/s",
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

    private static async Task<IReadOnlyList<double?>> AcceptAsync(Bench bench, string token, List<Guid> requests)
    {
        var idle = new System.Collections.Concurrent.ConcurrentBag<WireClient>();
        var running = new List<Task<double?>>(requests.Count);
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < requests.Count; number++)
        {
            var due = TimeSpan.FromSeconds((double)number / PerSecond) - watch.Elapsed;
            if (due > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(due);
            }

            running.Add(AcceptOneAsync(bench, token, requests[number], number % SampleEvery == 0, idle));
        }

        var all = await Task.WhenAll(running);
        return [.. all.Where((_, number) => number % SampleEvery == 0)];
    }

    private static async Task<double?> AcceptOneAsync(
        Bench bench,
        string token,
        Guid request,
        bool isSample,
        System.Collections.Concurrent.ConcurrentBag<WireClient> idle
    )
    {
        var wire = idle.TryTake(out var free) ? free : new WireClient(bench.Platform.Gateway, token);
        var decision = JsonSerializer.Serialize(new { decision = "Accept", teamId = Demo.FinanceSystems });
        var accepted = await wire.SendAsync(
            wire.Prepare(HttpMethod.Post, $"/api/intake/requests/{request}/triage", decision)
        );
        var committed = Stopwatch.GetTimestamp();
        double? taken = null;
        var look = wire.Prepare(HttpMethod.Get, $"/api/prioritisation/options/{request}");
        while (isSample && accepted == 200 && taken is null && Stopwatch.GetElapsedTime(committed).TotalSeconds < 30)
        {
            taken = await wire.SendAsync(look) == 200 ? Stopwatch.GetElapsedTime(committed).TotalMilliseconds : null;
            // Looking without a pause would take the time from what it waits for.
            await Task.Delay(taken is null ? 1 : 0);
        }

        idle.Add(wire);
        return taken;
    }
}
