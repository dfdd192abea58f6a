using System.Diagnostics;

namespace FlowPlatform.Load.Running;

/// <summary>
/// One row of the result: operations a second, nearest-rank percentiles of the latency in milliseconds, and what share of a core
/// each process took meanwhile (1 is one whole core).
/// </summary>
internal sealed record Measurement(string What, int Clients, int Done, int Failed, double PerSecond)
{
    public double P50 { get; init; }

    public double P95 { get; init; }

    public double P99 { get; init; }

    public IReadOnlyDictionary<string, double> Cores { get; init; } = new Dictionary<string, double>();

    public static Measurement Of(string what, int clients, List<double> taken, int failed, double seconds)
    {
        taken.Sort();
        double At(double p) => taken.Count == 0 ? 0 : taken[(int)Math.Ceiling(p * taken.Count) - 1];
        return new(what, clients, taken.Count, failed, taken.Count / seconds)
        {
            P50 = At(0.5),
            P95 = At(0.95),
            P99 = At(0.99),
        };
    }
}

/// <summary>Runs operations from several clients at once, for a given time, several times over.</summary>
internal sealed class Measure(Platform platform, TimeSpan time, int runs)
{
    /// <summary>
    /// Each client gets an operation of its own, which returns false where it failed. On a platform at rest, unless it is to be measured
    /// beside other work, and after a warm-up of a fifth of the time, come the runs; the row is the run of median throughput.
    /// </summary>
    public async Task<Measurement> RunAsync(
        string what,
        IReadOnlyList<Func<Task<bool>>> clients,
        bool besideOtherWork = false
    )
    {
        Console.Error.WriteLine($"  {what}, {clients.Count} clients");
        await (besideOtherWork ? Task.CompletedTask : platform.RestAsync());
        await CollectAsync(clients, time / 5);
        var rows = new List<Measurement>();
        for (var run = 0; run < runs; run++)
        {
            rows.Add(
                await WithCoresAsync(async () =>
                {
                    var watch = Stopwatch.StartNew();
                    var (taken, failed) = await CollectAsync(clients, time);
                    return Measurement.Of(what, clients.Count, taken, failed, watch.Elapsed.TotalSeconds);
                })
            );
        }

        var median = rows.OrderBy(row => row.PerSecond).ElementAt((rows.Count - 1) / 2);
        Console.Error.WriteLine(
            $"    {median.PerSecond:F0}/s, p50 {median.P50:F2} ms, p99 {median.P99:F2} ms, {median.Failed} failed"
        );
        return median;
    }

    /// <summary>Adds to a row what each process took while it was measured.</summary>
    public async Task<Measurement> WithCoresAsync(Func<Task<Measurement>> measure)
    {
        var before = platform.CpuSeconds();
        var watch = Stopwatch.StartNew();
        var row = await measure();
        var seconds = watch.Elapsed.TotalSeconds;
        var cores = platform
            .CpuSeconds()
            .ToDictionary(used => used.Key, used => (used.Value - before.GetValueOrDefault(used.Key)) / seconds);
        return row with { Cores = cores };
    }

    private static async Task<(List<double> Taken, int Failed)> CollectAsync(
        IReadOnlyList<Func<Task<bool>>> clients,
        TimeSpan time
    )
    {
        var watch = Stopwatch.StartNew();
        var all = await Task.WhenAll(clients.Select(client => Task.Run(() => RepeatAsync(client, watch, time))));
        return ([.. all.SelectMany(mine => mine.Taken)], all.Sum(mine => mine.Failed));
    }

    private static async Task<(List<double> Taken, int Failed)> RepeatAsync(
        Func<Task<bool>> operation,
        Stopwatch watch,
        TimeSpan time
    )
    {
        var taken = new List<double>();
        var failed = 0;
        while (watch.Elapsed < time)
        {
            var started = Stopwatch.GetTimestamp();
            var succeeded = await operation();
            taken.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            failed += succeeded ? 0 : 1;
        }

        return (taken, failed);
    }
}
