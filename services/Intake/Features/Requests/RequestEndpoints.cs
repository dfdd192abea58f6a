namespace FlowPlatform.Intake.Features.Requests;

internal static class RequestEndpoints
{
    internal static void MapRequests(this RouteGroupBuilder intake)
    {
        var requests = intake.MapGroup("/requests").WithTags("Requests").ProducesProblem(409).ProducesProblem(412);
        requests.MapSubmitRequest();
        requests.MapListRequests();
        requests.MapGetRequest();
        requests.MapEditRequest();
        requests.MapTriageRequest();
        requests.MapLinkRequest();
        requests.MapSuggestDuplicates();
        requests.MapEndRequest();
        requests.MapCommentOnRequest();
        requests.MapReadLastComments();
        requests.MapStreamRequests();
    }
}
