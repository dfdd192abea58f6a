namespace FlowPlatform.Identity.Features.Teams;

internal static class TeamEndpoints
{
    internal static void MapTeams(this RouteGroupBuilder identity)
    {
        var teams = identity
            .MapGroup("/teams")
            .WithTags("Teams")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
        teams.MapListTeams();
        teams.MapReadTeam();
        teams.MapFormTeam();
        teams.MapCorrectTeam();
        teams.MapActivateTeam();
        teams.MapTeamMembers();
    }
}
