using FlowPlatform.Board.Domain.Flow;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Board.Features.Flow;

/// <summary>
/// The flow of technical debt: committed (in), finished (out), on the board at the end (stock, with its age since
/// acceptance), share of throughput, and net paydown = out − in.
/// </summary>
public sealed record DebtFlowResponse(
    WindowResponse Window,
    int In,
    int Out,
    int NetPaydown,
    int Stock,
    DistributionResponse StockAge,
    double? ShareOfThroughput
);

internal static class TechnicalDebt
{
    internal static void MapDebtFlow(this RouteGroupBuilder metrics) =>
        metrics.MapGet("/technical-debt", Handle).WithName("GetTechnicalDebtFlow");

    /// <summary>Technical debt in, out and in stock.</summary>
    internal static Task<Results<Ok<DebtFlowResponse>, ProblemHttpResult>> Handle(
        Guid boardId,
        [AsParameters] MetricsQuery query,
        Measures measures,
        CancellationToken ct
    ) => measures.AnswerAsync(boardId, query, Answer, ct);

    private static DebtFlowResponse Answer(FlowSample flow)
    {
        var debt = DebtFlow.Of(flow);
        return new(
            WindowResponse.Of(flow),
            debt.In,
            debt.Out,
            debt.NetPaydown,
            debt.Stock,
            DistributionResponse.Of(debt.StockAge),
            debt.ShareOfThroughput
        );
    }
}
