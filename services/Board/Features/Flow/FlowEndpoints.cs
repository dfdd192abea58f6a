using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.Board.Features.Boards;
using FlowPlatform.ServiceDefaults.Results;

namespace FlowPlatform.Board.Features.Flow;

internal static class FlowEndpoints
{
    internal static void MapFlow(this RouteGroupBuilder board)
    {
        var metrics = board
            .MapGroup("/boards/{boardId:guid}/metrics")
            .WithTags("Flow")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        metrics.MapWipAndThroughput();
        metrics.MapCycleTime();
        metrics.MapAging();
        metrics.MapFlowEfficiency();
        metrics.MapCumulativeFlow();
        metrics.MapForecast();
    }
}

/// <summary>What every measure begins with: the window made sure of, and the board's definition of workflow.</summary>
internal sealed class FlowScope(BoardQueries boards, TimeProvider clock)
{
    internal DateTimeOffset Now => clock.GetUtcNow();

    internal async Task<Result<(Scope Scope, DefinitionOfWorkflow Workflow)>> FindAsync(
        Guid boardId,
        MetricsQuery query,
        CancellationToken ct
    )
    {
        var scope = query.Resolve(Now);
        if (scope.IsRefused)
        {
            return scope.Error;
        }

        return await boards.FindAsync(boardId, ct) is { } board ? (scope.Value, board.Workflow) : BoardErrors.Unknown;
    }
}
