namespace FlowPlatform.Prioritisation.Features.Sessions;

internal static class SessionEndpoints
{
    internal static void MapSessions(this RouteGroupBuilder prioritisation)
    {
        var sessions = prioritisation
            .MapGroup("/sessions")
            .WithTags("Sessions")
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
        sessions.MapOpenSession();
        sessions.MapGetSessions();
        sessions.MapGetSession();
        sessions.MapStreamSession();
        sessions.MapCastBallot();
        sessions.MapMarkAbsence();
        sessions.MapRevealBallots();
        sessions.MapProposeOutcome();
        sessions.MapRaiseObjection();
        sessions.MapEndObjection();
        sessions.MapGiveConsent();
        sessions.MapCloseSession();
        sessions.MapGetOutcome();
    }
}
