using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>What to forecast: give days for "how many by then", or items for "when are so many done".</summary>
public readonly record struct ForecastQuery(
    [property: FromQuery(Name = "days")] int? Days,
    [property: FromQuery(Name = "items")] int? Items,
    [property: FromQuery(Name = "seed")] ulong? Seed
);

/// <summary>
/// A Monte Carlo forecast from the daily throughput of the window, days of zero included. Seed, runs, version and the
/// digest of the days make it reproducible. TooFew says that fewer than ten days had been finished upon.
/// </summary>
public sealed record ForecastResponse(
    WindowResponse Window,
    ulong Seed,
    int Runs,
    string InputDigest,
    bool TooFew,
    IReadOnlyList<HowManyForecast>? HowMany,
    IReadOnlyList<WhenForecast>? When,
    string Version
);

/// <summary>At this confidence at least so many items are done within the days.</summary>
public sealed record HowManyForecast(double Confidence, int Items);

/// <summary>At this confidence all items are done within so many days, by that date.</summary>
public sealed record WhenForecast(double Confidence, int Days, DateOnly By);

internal static class Forecast
{
    private const int LongestDays = 730;
    private const int MostItems = 10_000;

    internal static void MapForecast(this RouteGroupBuilder metrics) =>
        metrics.MapGet("/forecast", Handle).WithName("GetForecast");

    /// <summary>How many items in so many days, or when so many are done, at four confidences.</summary>
    internal static Task<Results<Ok<ForecastResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        [AsParameters] ForecastQuery asked,
        Measures measures,
        CancellationToken ct
    ) => measures.AnswerAsync(boardId, query, flow => Answer(flow, asked), ct);

    private static Result<ForecastResponse> Answer(FlowSample flow, ForecastQuery asked)
    {
        if (
            asked is { Days: null, Items: null }
            || asked.Days is < 1 or > LongestDays
            || asked.Items is < 1 or > MostItems
        )
        {
            return Problems.Field(
                "days",
                $"Give days from 1 to {LongestDays}, or items from 1 to {MostItems}, or both."
            );
        }

        var input = ForecastInput.Of(flow, asked.Seed);
        var start = flow.Days.DayOf(flow.Window.To);
        var sums = asked.Days is { } days ? Forecasts.HowMany(input.Daily, days, input.Seed) : null;
        var lengths = asked.Items is { } items ? Forecasts.When(input.Daily, items, input.Seed) : null;
        return new ForecastResponse(
            WindowResponse.Of(flow),
            input.Seed,
            Forecasts.Runs,
            input.Digest,
            input.TooFew,
            sums is null
                ? null
                : [.. BackTest.Confidences.Select(c => new HowManyForecast(c, Forecasts.PromisedAt(sums, c)))],
            lengths is null
                ? null
                : [.. BackTest.Confidences.Select(c => Done(c, Percentiles.NearestRank(lengths, c), start))],
            Forecasts.Version
        );
    }

    private static WhenForecast Done(double confidence, int days, DateOnly start) =>
        new(confidence, days, start.AddDays(days));
}
