namespace FlowPlatform.Board.Features.Flow;

internal static class FlowEndpoints
{
    internal static void MapFlow(this RouteGroupBuilder board)
    {
        var metrics = board
            .MapGroup("/boards/{boardId:guid}/metrics")
            .WithTags("Flow")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        metrics.MapWipAndThroughput();
        metrics.MapCycleTime();
        metrics.MapAging();
        metrics.MapFlowEfficiency();
        metrics.MapWorkingTimes();
        metrics.MapBlockedTime();
        metrics.MapCumulativeFlow();
        metrics.MapLimitUse();
        metrics.MapCategoryShares();
        metrics.MapDebtFlow();
        metrics.MapFlowItems();
        metrics.MapForecast();
        metrics.MapCardForecast();
        metrics.MapCalibration();
        metrics.MapBenefit();
        board.MapServiceLevels();
        board.MapSimulation();
    }
}
