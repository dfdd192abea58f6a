using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>
/// Cycle time f − s, lead time f − m, customer lead time f − c and waiting for agreement m − c of the items finished in
/// the window. Items are the latest of them, as many as were asked for; all are at metrics/items.
/// </summary>
public sealed record CycleTimeResponse(
    WindowResponse Window,
    DistributionResponse CycleTime,
    DistributionResponse LeadTime,
    DistributionResponse CustomerLeadTime,
    IReadOnlyList<AttainmentResponse> Attainment,
    IReadOnlyList<FinishedItem> Items,
    DistributionResponse WaitingForAgreement
);

/// <summary>A finished item: a point of the scatter, that opens to its card.</summary>
public sealed record FinishedItem(
    Guid CardId,
    string Key,
    WorkCategory Category,
    ClassOfService ClassOfService,
    DateTimeOffset FinishedAt,
    double CycleTimeDays,
    double LeadTimeDays
);

/// <summary>
/// The share of items finished within the service level expectation that was in force when they started; null without
/// items. Within of Finished is what it was computed from.
/// </summary>
public sealed record AttainmentResponse(
    WorkCategory? Category,
    ClassOfService? ClassOfService,
    double Days,
    double Probability,
    double? Attained,
    int Finished,
    int Within
);

internal static class CycleTime
{
    /// <summary>So many items stand in the answer when nothing is said; its size does not grow with the window.</summary>
    internal const int UsualItems = 2_000;

    /// <summary>What a scatter of everything may ask for.</summary>
    internal const int MostItems = 20_000;

    internal static void MapCycleTime(this RouteGroupBuilder metrics) =>
        metrics.MapGet("/cycle-time", Handle).WithName("GetCycleTime");

    /// <summary>
    /// The times of finished items with percentiles by nearest rank, and how far expectations were met. Items says how
    /// many of the latest are listed: 2,000 when left out, at most 20,000.
    /// </summary>
    internal static Task<Results<Ok<CycleTimeResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        int? items,
        Measures measures,
        CancellationToken ct
    ) => measures.AnswerAsync(boardId, query, flow => Answer(flow, items ?? UsualItems), ct);

    private static Result<CycleTimeResponse> Answer(FlowSample flow, int listed)
    {
        if (listed is < 0 or > MostItems)
        {
            return Problems.Field("items", $"Give 0 to {MostItems}.");
        }

        List<PartTimes> times = [.. flow.Parts.Select(part => part.Made(PartTimes.Of))];
        return new CycleTimeResponse(
            WindowResponse.Of(flow),
            Of(part => part.Cycle.Values),
            Of(part => part.Lead.Values),
            Of(part => [part.CustomerLead]),
            [.. ServiceLevels.Attained(flow).Select(Attained)],
            [.. flow.LatestFinished(listed).Select(Finished)],
            Of(part => [part.WaitForAgreement])
        );

        DistributionResponse Of(Func<PartTimes, IEnumerable<long[]>> runs) =>
            DistributionResponse.Of(Distribution.OfSorted([.. times.SelectMany(runs)]));
    }

    internal static AttainmentResponse Attained(Attainment attainment) =>
        new(
            attainment.Expected.Category,
            attainment.Expected.ClassOfService,
            attainment.Expected.Days,
            attainment.Expected.Probability,
            attainment.Share,
            attainment.Finished,
            attainment.Within
        );

    private static FinishedItem Finished(FlowItem item) =>
        new(
            item.Id,
            item.Key,
            item.Category,
            item.ClassOfService,
            item.FinishedAt ?? default,
            item.CycleTime?.TotalDays ?? 0,
            item.LeadTime?.TotalDays ?? 0
        );
}
