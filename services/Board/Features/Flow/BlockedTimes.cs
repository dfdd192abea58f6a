using FlowPlatform.Board.Domain.Flow;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>
/// Blocked time of the items finished in the window. Two blockers at once count once, also over reasons: the reasons may
/// add up to more than the total. Rate is items ever blocked / items finished.
/// </summary>
public sealed record BlockedTimeResponse(
    WindowResponse Window,
    int Finished,
    int EverBlocked,
    double? Rate,
    long Ticks,
    double Days,
    IReadOnlyList<BlockedReasonResponse> Reasons
);

/// <summary>Blocked for one reason: how many items, in how many spells, how long each.</summary>
public sealed record BlockedReasonResponse(
    string Reason,
    int Items,
    int Spells,
    long Ticks,
    double Days,
    DistributionResponse Lengths
);

internal static class BlockedTimes
{
    internal static void MapBlockedTime(this RouteGroupBuilder metrics) =>
        metrics.MapGet("/blocked", Handle).WithName("GetBlockedTime");

    /// <summary>Blocked time by reason, as the union of each item's blockers.</summary>
    internal static Task<Results<Ok<BlockedTimeResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        Measures measures,
        CancellationToken ct
    ) => measures.AnswerAsync(boardId, query, Answer, ct);

    private static BlockedTimeResponse Answer(FlowSample flow)
    {
        var blocked = BlockedTime.Of(flow);
        return new(
            WindowResponse.Of(flow),
            blocked.Finished,
            blocked.EverBlocked,
            blocked.Rate,
            blocked.Ticks,
            new TimeSpan(blocked.Ticks).TotalDays,
            [
                .. blocked.Reasons.Select(reason => new BlockedReasonResponse(
                    reason.Reason,
                    reason.Items,
                    reason.Spells,
                    reason.Ticks,
                    new TimeSpan(reason.Ticks).TotalDays,
                    DistributionResponse.Of(reason.Lengths)
                )),
            ]
        );
    }
}
