namespace FlowPlatform.Board.Domain.Flow;

/// <summary>How the promises of one confidence did: how many were made, and how many came true.</summary>
internal sealed record Calibration(double Confidence, int Promises, int CameTrue)
{
    internal double Share => (double)CameTrue / Promises;
}

/// <summary>A forecast as it would have been made on a day of the past, and what really happened.</summary>
internal sealed record PastForecast(DateOnly On, IReadOnlyList<int> Promised, int Happened);

/// <summary>
/// Makes the forecasts that could have been made in the past, each from the days before it alone, and compares them with
/// what happened: per confidence the share that came true, and the Brier score mean((p − outcome)²) over all promises.
/// </summary>
internal sealed record BackTest(
    IReadOnlyList<PastForecast> Forecasts,
    IReadOnlyList<Calibration> Bands,
    double? BrierScore
)
{
    internal static readonly double[] Confidences = [0.5, 0.7, 0.85, 0.95];

    /// <summary>About this many days at most are forecast from, so that a long window costs no more than this.</summary>
    internal const int MostOrigins = 40;

    internal static BackTest Of(IReadOnlyList<DayCount> daily, int history, int horizon, ulong seed)
    {
        var past = new List<PastForecast>();
        var step = Math.Max(1, Math.Max(horizon / 2, (daily.Count - history - horizon) / MostOrigins));
        for (var origin = history; origin + horizon <= daily.Count; origin += step)
        {
            var before = daily.Skip(origin - history).Take(history).Select(day => day.Count).ToList();
            var sums = Flow.Forecasts.HowMany(before, horizon, seed + (ulong)origin);
            past.Add(
                new(
                    daily[origin].Day,
                    [.. Confidences.Select(confidence => Flow.Forecasts.PromisedAt(sums, confidence))],
                    daily.Skip(origin).Take(horizon).Sum(day => day.Count)
                )
            );
        }

        return past.Count == 0 ? new([], [], null) : new(past, Calibrations(past), Brier(past));
    }

    private static List<Calibration> Calibrations(List<PastForecast> past) =>
        [
            .. Confidences.Select(
                (confidence, index) =>
                    new Calibration(confidence, past.Count, past.Count(one => one.Happened >= one.Promised[index]))
            ),
        ];

    private static double Brier(List<PastForecast> past) =>
        past.Average(one =>
            Confidences
                .Select((confidence, index) => confidence - (one.Happened >= one.Promised[index] ? 1 : 0))
                .Average(error => error * error)
        );
}
