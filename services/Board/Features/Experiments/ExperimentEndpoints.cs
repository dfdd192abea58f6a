namespace FlowPlatform.Board.Features.Experiments;

internal static class ExperimentEndpoints
{
    internal static void MapExperiments(this RouteGroupBuilder board)
    {
        var experiments = board
            .MapGroup("/experiments")
            .WithTags("Retrospectives")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        experiments.MapStartExperiment();
        experiments.MapListExperiments();
        experiments.MapGetExperiment();
        experiments.MapKeepExperiment();
        experiments.MapDiscardExperiment();
    }
}
