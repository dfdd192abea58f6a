using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.People;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.People;

internal static class ReadPerson
{
    internal static void MapReadPerson(this RouteGroupBuilder people) =>
        people.MapGet("/{personId:guid}", Handle).WithName(nameof(ReadPerson)).WithSummary("One person.");

    internal static async Task<Results<Ok<PersonResponse>, ProblemHttpResult>> Handle(
        Guid personId,
        IdentityDbContext db,
        CurrentUser user,
        HttpContext http,
        CancellationToken ct
    )
    {
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(known => known.Id == personId, ct);
        if (person is null)
        {
            return PersonErrors.NotFound.ToProblem();
        }

        http.SetETag(person.Version);
        return TypedResults.Ok(PersonResponse.From(person, user));
    }
}
