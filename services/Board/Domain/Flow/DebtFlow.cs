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
        var debt = flow.Items.Where(item => item.Category == WorkCategory.TechnicalDebt).ToList();
        var done = debt.Count(item => flow.Window.Contains(item.FinishedAt));
        var stock = InStock(flow).ToList();
        return new(
            debt.Count(item => flow.Window.Contains(item.CommittedAt)),
            done,
            stock.Count,
            Distribution.Of(stock.Select(item => flow.Window.To - item.AcceptedAt)),
            flow.Finished.Count == 0 ? null : (double)done / flow.Finished.Count
        );
    }

    internal static IEnumerable<FlowItem> InStock(FlowSample flow) =>
        flow.Items.Where(item => item.Category == WorkCategory.TechnicalDebt && item.IsOnBoardAt(flow.Window.To));
}
