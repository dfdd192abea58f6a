using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>
/// When a card will be done. In progress: from the cycle times of finished items that took longer than it has by now.
/// Before that: as many items as stand ahead of it are finished first. Done is null where the history does not support
/// an answer; Basis says which items were drawn from.
/// </summary>
public sealed record CardForecastResponse(
    WindowResponse Window,
    Guid CardId,
    string Key,
    double AgeDays,
    int ItemsAhead,
    int Basis,
    bool TooFew,
    ulong Seed,
    int Runs,
    string InputDigest,
    string Version,
    IReadOnlyList<CardDoneForecast>? Done
);

/// <summary>At this confidence the card is done within so many days, by that date.</summary>
public sealed record CardDoneForecast(double Confidence, double Days, DateOnly By);

internal static class CardForecast
{
    internal static void MapCardForecast(this RouteGroupBuilder metrics) =>
        metrics.MapGet("/forecast/cards/{cardId:guid}", Handle).WithName("GetCardForecast");

    /// <summary>When this card will be done, at four confidences.</summary>
    internal static Task<Results<Ok<CardForecastResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        Guid cardId,
        ulong? seed,
        [AsParameters] MetricsQuery query,
        Measures measures,
        CancellationToken ct
    ) => measures.AnswerAsync(boardId, query, flow => Answer(flow, cardId, seed), ct);

    private static Result<CardForecastResponse> Answer(FlowSample flow, Guid cardId, ulong? seed)
    {
        if (flow.Items.FirstOrDefault(item => item.Id == cardId && item.IsOnBoardAt(flow.Window.To)) is not { } item)
        {
            return new Error("card-not-open", "No such card was open at the end of the window.", ErrorKind.NotFound);
        }

        var card = CardPlace.Of(flow, item);
        var input = ForecastInput.Of(
            flow,
            seed,
            [card.Age.Ticks, card.Ahead, .. card.CycleTimes.Select(time => time.Ticks)]
        );
        var lengths = Forecasts.Card(card, input.Daily, input.Seed);
        return new CardForecastResponse(
            WindowResponse.Of(flow),
            item.Id,
            item.Key,
            card.Age.TotalDays,
            card.Ahead,
            card.CycleTimes.Count,
            card.CycleTimes.Count < Percentiles.Enough,
            input.Seed,
            Forecasts.Runs,
            input.Digest,
            Forecasts.Version,
            lengths is null ? null : [.. BackTest.Confidences.Select(c => Done(flow, lengths, c))]
        );
    }

    private static CardDoneForecast Done(FlowSample flow, IReadOnlyList<TimeSpan> lengths, double confidence)
    {
        var within = Percentiles.NearestRank(lengths, confidence);
        return new(confidence, within.TotalDays, flow.Days.DayOf(flow.Window.To + within));
    }
}
