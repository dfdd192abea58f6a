using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.People;

internal static class ActivatePerson
{
    internal static void MapActivatePerson(this RouteGroupBuilder people)
    {
        people
            .MapPost("/{personId:guid}:deactivate", Deactivate)
            .WithName("DeactivatePerson")
            .WithSummary("Closes the account: no sign-in, no refresh, no access token.")
            .RequireRoles(Roles.Admin);
        people
            .MapPost("/{personId:guid}:reactivate", Reactivate)
            .WithName("ReactivatePerson")
            .WithSummary("Opens the account again.")
            .RequireRoles(Roles.Admin);
    }

    internal static async Task<Results<Ok<PersonResponse>, ProblemHttpResult>> Deactivate(
        Guid personId,
        IfMatch ifMatch,
        PersonRights rights,
        CurrentUser user,
        HttpContext http,
        CancellationToken ct
    ) => Answer(await rights.DeactivateAsync(personId, ifMatch, user.Id, ct), user, http);

    internal static async Task<Results<Ok<PersonResponse>, ProblemHttpResult>> Reactivate(
        Guid personId,
        IfMatch ifMatch,
        PersonRights rights,
        CurrentUser user,
        HttpContext http,
        CancellationToken ct
    ) => Answer(await rights.ReactivateAsync(personId, ifMatch, user.Id, ct), user, http);

    private static Results<Ok<PersonResponse>, ProblemHttpResult> Answer(
        ServiceDefaults.Results.Result<Domain.People.Person> changed,
        CurrentUser user,
        HttpContext http
    )
    {
        if (changed.IsRefused)
        {
            return changed.Error.ToProblem();
        }

        http.SetETag(changed.Value.Version);
        return TypedResults.Ok(PersonResponse.From(changed.Value, user));
    }
}
