using FlowPlatform.Board.Domain.Workflow;

namespace FlowPlatform.Board.Domain.Flow;

/// <summary>
/// The flow of technical debt: committed in the window (in), finished in it (out), on the board at its end (stock) with
/// the stock's age since acceptance. Net paydown is out − in.
/// </summary>
internal sealed record DebtFlow(int In, int Out, int Stock, Distribution StockAge, double? ShareOfThroughput)
{
    internal int NetPaydown => Out - In;

    internal static DebtFlow Of(FlowSample flow)
    {
        var done = CategoryFlow.FinishedOf(flow, WorkCategory.TechnicalDebt);
        var stock = flow.OnBoardAtEnd.Where(item => item.Category == WorkCategory.TechnicalDebt).ToList();
        return new(
            PartCommitments.Of(flow).Sum(part => part.Counts.GetValueOrDefault(WorkCategory.TechnicalDebt)),
            done,
            stock.Count,
            Distribution.Of(stock.Select(item => flow.Window.To - item.AcceptedAt)),
            flow.FinishedCount == 0 ? null : (double)done / flow.FinishedCount
        );
    }
}
