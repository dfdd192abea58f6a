using FlowPlatform.Board.Data.Flow;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>
/// The waste account of the items finished in the window: every tick of lead time has one cause, so Causes add up to
/// LeadTimeTicks exactly. Efficiency is a ratio of sums: active time / lead time, null without items; MeanOfRatios is the
/// mean of the items' own, and another figure. Accounts are those of the latest items, opened to their pieces.
/// </summary>
public sealed record FlowEfficiencyResponse(
    WindowResponse Window,
    int Items,
    double? Efficiency,
    long LeadTimeTicks,
    double WaitingForAgreementDays,
    IReadOnlyList<CauseResponse> Causes,
    IReadOnlyList<ItemAccount> Accounts,
    double? MeanOfRatios,
    long WasteTicks,
    double? WastePerItemDays
);

/// <summary>Time with one cause; ticks are of 100 ns.</summary>
public sealed record CauseResponse(string Class, string? Reason, long Ticks, double Days, double Share);

/// <summary>An item's own account; Pieces open it to when each cause held.</summary>
public sealed record ItemAccount(
    Guid CardId,
    string Key,
    long LeadTimeTicks,
    double? Efficiency,
    IReadOnlyList<PieceResponse> Pieces
);

/// <summary>A piece of an item's time, [From, To).</summary>
public sealed record PieceResponse(string Class, string? Reason, DateTimeOffset From, DateTimeOffset To);

internal static class FlowEfficiency
{
    /// <summary>At most this many accounts are opened in one answer.</summary>
    private const int MostAccounts = 200;

    internal static void MapFlowEfficiency(this RouteGroupBuilder metrics) =>
        metrics.MapGet("/flow-efficiency", Handle).WithName("GetFlowEfficiency");

    /// <summary>Flow efficiency and the waste account, by class and reason, down to each item's pieces.</summary>
    internal static async Task<Results<Ok<FlowEfficiencyResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        Measures measures,
        FlowPieces pieces,
        CancellationToken ct
    )
    {
        var read = await measures.ReadAsync(boardId, query, ct);
        if (read.IsRefused)
        {
            return read.Error.ToProblem();
        }

        var flow = read.Value;
        var latest = flow.LatestFinished(MostAccounts);
        var opened = await pieces.OfAsync(latest, flow.Workflows, flow.Window.To, ct);
        return TypedResults.Ok(Answer(flow, [.. latest.Select(item => Account(item, opened[item.Id]))]));
    }

    private static FlowEfficiencyResponse Answer(FlowSample flow, IReadOnlyList<ItemAccount> accounts)
    {
        var account = GroupAccount.Of(flow);
        return new(
            WindowResponse.Of(flow),
            account.Items,
            account.Efficiency,
            account.LeadTicks,
            new TimeSpan(account.WaitForAgreementTicks).TotalDays,
            [.. account.Causes.Select(cause => Cause(cause, account.LeadTicks))],
            accounts,
            account.MeanOfRatios,
            account.WasteTicks,
            account.Items == 0 ? null : new TimeSpan(account.WasteTicks).TotalDays / account.Items
        );
    }

    private static CauseResponse Cause(CauseTime cause, long lead) =>
        new(
            cause.Class.ToString(),
            cause.Reason,
            cause.Ticks,
            new TimeSpan(cause.Ticks).TotalDays,
            (double)cause.Ticks / lead
        );

    private static ItemAccount Account(FlowItem item, IReadOnlyList<TimePiece> pieces) =>
        new(
            item.Id,
            item.Key,
            item.LeadTime?.Ticks ?? 0,
            GroupAccount.Ratio(item.ActiveTicks, item.LeadTime?.Ticks ?? 0),
            [.. pieces.Select(piece => new PieceResponse(piece.Class.ToString(), piece.Reason, piece.From, piece.To))]
        );
}
