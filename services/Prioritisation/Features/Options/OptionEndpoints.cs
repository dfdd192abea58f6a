namespace FlowPlatform.Prioritisation.Features.Options;

internal static class OptionEndpoints
{
    internal static void MapOptions(this RouteGroupBuilder prioritisation)
    {
        prioritisation.MapGetBoards();
        var options = prioritisation
            .MapGroup("/options")
            .WithTags("Options")
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
        options.MapGetOptions();
        options.MapGetOption();
        options.MapScoreOption();
        options.MapExpediteOption();
    }
}
