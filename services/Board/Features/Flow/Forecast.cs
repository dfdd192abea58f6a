using System.Security.Cryptography;
using System.Text;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.ServiceDefaults.Http;
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
/// A Monte Carlo forecast from the daily throughput of the window, days of zero included. Seed, runs and the digest of
/// the days make it reproducible. TooFew says that fewer than ten days had been finished upon.
/// </summary>
public sealed record ForecastResponse(
    WindowResponse Window,
    ulong Seed,
    int Runs,
    string InputDigest,
    bool TooFew,
    IReadOnlyList<HowManyForecast>? HowMany,
    IReadOnlyList<WhenForecast>? When
);

/// <summary>At this confidence at least so many items are done within the days.</summary>
public sealed record HowManyForecast(double Confidence, int Items);

/// <summary>At this confidence all items are done within so many days, by that date.</summary>
public sealed record WhenForecast(double Confidence, int Days, DateOnly By);

internal static class Forecast
{
    private const int LongestDays = 730;
    private const int MostItems = 10_000;
    private static readonly double[] Confidences = [0.5, 0.7, 0.85, 0.95];

    internal static void MapForecast(this RouteGroupBuilder metrics) =>
        metrics.MapGet("/forecast", Handle).WithName("GetForecast");

    /// <summary>How many items in so many days, or when so many are done, at four confidences.</summary>
    internal static async Task<Results<Ok<ForecastResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        [AsParameters] ForecastQuery asked,
        FlowScope flow,
        FlowQueries queries,
        CancellationToken ct
    )
    {
        if (
            asked is { Days: null, Items: null }
            || asked.Days is < 1 or > LongestDays
            || asked.Items is < 1 or > MostItems
        )
        {
            return Problems
                .Field("days", $"Give days from 1 to {LongestDays}, or items from 1 to {MostItems}, or both.")
                .ToProblem();
        }

        var found = await flow.FindAsync(boardId, query, ct);
        if (found.IsRefused)
        {
            return found.Error.ToProblem();
        }

        var (scope, _) = found.Value;
        var items = await queries.FinishedAsync(boardId, scope, ct);
        List<int> daily = [.. FlowMeasures.ThroughputRun(items, scope.Days).Select(day => day.Count)];
        return TypedResults.Ok(Answer(scope, asked, daily));
    }

    private static ForecastResponse Answer(Scope scope, ForecastQuery asked, List<int> daily)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(',', daily))));
        // Without a seed the days choose it, so that a reload does not change the promise.
        var seed = asked.Seed ?? ulong.Parse(digest[..8], System.Globalization.NumberStyles.HexNumber);
        var start = scope.Days.DayOf(scope.Window.To);
        var sums = asked.Days is { } days ? Forecasts.HowMany(daily, days, seed) : null;
        var lengths = asked.Items is { } items ? Forecasts.When(daily, items, seed) : null;
        return new(
            scope.Response,
            seed,
            Forecasts.Runs,
            digest,
            daily.Count(count => count > 0) < Percentiles.Enough,
            sums is null ? null : [.. Confidences.Select(c => new HowManyForecast(c, Forecasts.PromisedAt(sums, c)))],
            lengths is null ? null : [.. Confidences.Select(c => Done(c, Percentiles.NearestRank(lengths, c), start))]
        );
    }

    private static WhenForecast Done(double confidence, int days, DateOnly start) =>
        new(confidence, days, start.AddDays(days));
}
