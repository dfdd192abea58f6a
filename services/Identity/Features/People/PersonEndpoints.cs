using FlowPlatform.Identity.Features.Passwords;

namespace FlowPlatform.Identity.Features.People;

internal static class PersonEndpoints
{
    internal static void MapPeople(this RouteGroupBuilder identity)
    {
        var people = identity
            .MapGroup("/people")
            .WithTags("People")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
        people.MapListPeople();
        people.MapReadPerson();
        people.MapAddPerson();
        people.MapCorrectPerson();
        people.MapActivatePerson();
        people.MapAssignRoles();
        people.MapIssuePasswordReset();
    }
}
