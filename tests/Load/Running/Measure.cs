using System.Diagnostics;

namespace FlowPlatform.Load;

/// <summary>One row of the result: requests a second, and nearest-rank percentiles of the latency in milliseconds.</summary>
internal sealed record Measurement(
    string What,
    int Clients,
    int Requests,
    int Failed,
    double PerSecond,
    double P50,
    double P95,
    double P99
);

internal static class Measure
{
    /// <summary>Runs the request from so many clients at once for the given time, after a warm-up of a fifth of it.</summary>
    public static async Task<Measurement> RunAsync(
        string what,
        int clients,
        TimeSpan time,
        Func<Task<HttpResponseMessage>> request
    )
    {
        await CollectAsync(clients, time / 5, request);
        var watch = Stopwatch.StartNew();
        var (taken, failed) = await CollectAsync(clients, time, request);
        var seconds = watch.Elapsed.TotalSeconds;
        taken.Sort();
        double At(double p) => taken.Count == 0 ? 0 : taken[(int)Math.Ceiling(p * taken.Count) - 1];
        return new Measurement(what, clients, taken.Count, failed, taken.Count / seconds, At(0.5), At(0.95), At(0.99));
    }

    private static async Task<(List<double> Taken, int Failed)> CollectAsync(
        int clients,
        TimeSpan time,
        Func<Task<HttpResponseMessage>> request
    )
    {
        var until = Stopwatch.StartNew();
        var failed = 0;
        var all = await Task.WhenAll(
            Enumerable
                .Range(0, clients)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        var mine = new List<double>();
                        while (until.Elapsed < time)
                        {
                            var started = Stopwatch.GetTimestamp();
                            using var answer = await request();
                            mine.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                            if (!answer.IsSuccessStatusCode)
                            {
                                Interlocked.Increment(ref failed);
                            }
                        }

                        return mine;
                    })
                )
        );
        return ([.. all.SelectMany(mine => mine)], failed);
    }
}
