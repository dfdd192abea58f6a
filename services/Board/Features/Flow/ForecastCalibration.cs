using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>Forecasts of so many days, each from the days before it (twice as many when left out).</summary>
public readonly record struct CalibrationQuery(
    [property: FromQuery(Name = "days")] int? Days,
    [property: FromQuery(Name = "history")] int? History,
    [property: FromQuery(Name = "seed")] ulong? Seed
);

/// <summary>
/// How good past forecasts would have been: for each confidence the share of promises that came true, and the Brier score
/// mean((p − outcome)²), 0 at best. Null without a window long enough.
/// </summary>
public sealed record CalibrationResponse(
    WindowResponse Window,
    int Days,
    int History,
    ulong Seed,
    string InputDigest,
    string Version,
    double? BrierScore,
    IReadOnlyList<CalibrationBand> Bands,
    IReadOnlyList<PastForecastResponse> Forecasts
);

/// <summary>The promises of one confidence.</summary>
public sealed record CalibrationBand(double Confidence, int Promises, int CameTrue, double Share);

/// <summary>What would have been promised on a day, in the order of the bands, and what happened.</summary>
public sealed record PastForecastResponse(DateOnly On, IReadOnlyList<int> Promised, int Happened);

internal static class ForecastCalibration
{
    private const int LongestDays = 180;

    internal static void MapCalibration(this RouteGroupBuilder metrics) =>
        metrics.MapGet("/forecast/calibration", Handle).WithName("GetForecastCalibration");

    /// <summary>Back-tests the forecast "how many" over the window.</summary>
    internal static Task<Results<Ok<CalibrationResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        [AsParameters] CalibrationQuery asked,
        Measures measures,
        CancellationToken ct
    ) => measures.AnswerAsync(boardId, query, flow => Answer(flow, asked), ct);

    private static Result<CalibrationResponse> Answer(FlowSample flow, CalibrationQuery asked)
    {
        var days = asked.Days ?? 14;
        var history = asked.History ?? 2 * days;
        if (days is < 1 or > LongestDays || history is < 1 or > 4 * LongestDays)
        {
            return Problems.Field(
                "days",
                $"Give days from 1 to {LongestDays}, and history from 1 to {4 * LongestDays}."
            );
        }

        var input = ForecastInput.Of(flow, asked.Seed);
        var test = BackTest.Of(FlowMeasures.ThroughputRun(flow), history, days, input.Seed);
        return new CalibrationResponse(
            WindowResponse.Of(flow),
            days,
            history,
            input.Seed,
            input.Digest,
            Forecasts.Version,
            test.BrierScore,
            [.. test.Bands.Select(b => new CalibrationBand(b.Confidence, b.Promises, b.CameTrue, b.Share))],
            [.. test.Forecasts.Select(past => new PastForecastResponse(past.On, past.Promised, past.Happened))]
        );
    }
}
