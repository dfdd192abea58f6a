using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>
/// The waste account of the items finished in the window: every tick of lead time has one cause, so Causes add up to
/// LeadTimeTicks exactly. Efficiency is a ratio of sums: active time / lead time, null without items.
/// </summary>
public sealed record FlowEfficiencyResponse(
    WindowResponse Window,
    int Items,
    double? Efficiency,
    long LeadTimeTicks,
    double WaitingForAgreementDays,
    IReadOnlyList<CauseResponse> Causes,
    IReadOnlyList<ItemAccount> Accounts
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
    internal static void MapFlowEfficiency(this RouteGroupBuilder metrics) =>
        metrics.MapGet("/flow-efficiency", Handle).WithName("GetFlowEfficiency");

    /// <summary>Flow efficiency and the waste account, by class and reason, down to each item's pieces.</summary>
    internal static async Task<Results<Ok<FlowEfficiencyResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        FlowScope flow,
        FlowQueries queries,
        CancellationToken ct
    )
    {
        var found = await flow.FindAsync(boardId, query, ct);
        if (found.IsRefused)
        {
            return found.Error.ToProblem();
        }

        var (scope, workflow) = found.Value;
        var items = await queries.FinishedAsync(boardId, scope, ct);
        var facts = await queries.FactsAsync([.. items.Select(item => item.Id)], ct);
        var accounts = items
            .Select(item =>
                (
                    Item: item,
                    Pieces: WasteAccount.Of(workflow, item.CommittedAt, item.FinishedAt!.Value, facts[item.Id])
                )
            )
            .ToList();
        var lead = accounts.Sum(account => account.Item.LeadTime!.Value.Ticks);
        return TypedResults.Ok(
            new FlowEfficiencyResponse(
                scope.Response,
                items.Count,
                Ratio(accounts.SelectMany(account => account.Pieces), lead),
                lead,
                items.Sum(item => (item.CommittedAt - item.AcceptedAt).TotalDays),
                Causes(accounts.SelectMany(account => account.Pieces), lead),
                [.. accounts.Select(account => Account(account.Item, account.Pieces))]
            )
        );
    }

    private static ItemAccount Account(FlowItem item, IReadOnlyList<TimePiece> pieces)
    {
        var lead = item.LeadTime?.Ticks ?? 0;
        var told = pieces.Select(piece => new PieceResponse(
            piece.Class.ToString(),
            piece.Reason,
            piece.From,
            piece.To
        ));
        return new(item.Id, item.Key, lead, Ratio(pieces, lead), [.. told]);
    }

    private static List<CauseResponse> Causes(IEnumerable<TimePiece> pieces, long lead) =>
        [
            .. pieces
                .GroupBy(piece => (piece.Class, piece.Reason))
                .Select(cause => (cause.Key, Ticks: cause.Sum(piece => piece.Length.Ticks)))
                .OrderBy(cause => cause.Key.Class)
                .ThenByDescending(cause => cause.Ticks)
                .Select(cause => new CauseResponse(
                    cause.Key.Class.ToString(),
                    cause.Key.Reason,
                    cause.Ticks,
                    new TimeSpan(cause.Ticks).TotalDays,
                    (double)cause.Ticks / lead
                )),
        ];

    private static double? Ratio(IEnumerable<TimePiece> pieces, long lead) =>
        lead == 0
            ? null
            : (double)pieces.Where(piece => piece.Class == TimeClass.Active).Sum(piece => piece.Length.Ticks) / lead;
}
