using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.People;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.People;

internal static class CorrectPerson
{
    internal static void MapCorrectPerson(this RouteGroupBuilder people) =>
        people
            .MapPut("/{personId:guid}", Handle)
            .WithName(nameof(CorrectPerson))
            .WithSummary("Corrects name, address, function or the leader flag.")
            .RequireRoles(Roles.Admin);

    internal static async Task<Results<Ok<PersonResponse>, ProblemHttpResult>> Handle(
        Guid personId,
        PersonRequest request,
        IfMatch ifMatch,
        PersonRegister register,
        IdentityDbContext db,
        CurrentUser user,
        HttpContext http,
        CancellationToken ct
    )
    {
        var person = await db.People.SingleOrDefaultAsync(known => known.Id == personId, ct);
        if (person is null)
        {
            return PersonErrors.NotFound.ToProblem();
        }

        if (ifMatch.Check(person.Version) is { } stale)
        {
            return stale.ToProblem();
        }

        var corrected = await register.CorrectAsync(person, request, user.Id, ct);
        if (corrected.IsRefused)
        {
            return corrected.Error.ToProblem();
        }

        http.SetETag(person.Version);
        return TypedResults.Ok(PersonResponse.From(person, user));
    }
}
