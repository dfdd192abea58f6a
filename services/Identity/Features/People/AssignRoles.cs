using System.ComponentModel.DataAnnotations;
using FlowPlatform.Identity.Features.Passwords;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.People;

/// <summary>All organisation-wide roles that the person has from now on.</summary>
public sealed record AssignRolesRequest([Required, MaxLength(20)] IReadOnlyList<string> Roles);

internal static class AssignRoles
{
    internal static void MapAssignRoles(this RouteGroupBuilder people) =>
        people
            .MapPut("/{personId:guid}/roles", Handle)
            .WithName(nameof(AssignRoles))
            .WithSummary("Sets the organisation-wide roles; they take effect when the person's token is refreshed.")
            .RequireRoles(Roles.Admin)
            .RefusePersonalAccessTokens();

    internal static async Task<Results<Ok<PersonResponse>, ProblemHttpResult>> Handle(
        Guid personId,
        AssignRolesRequest request,
        IfMatch ifMatch,
        PersonRights rights,
        CurrentUser user,
        HttpContext http,
        CancellationToken ct
    )
    {
        var assigned = await rights.AssignAsync(personId, request.Roles, ifMatch, user.Id, ct);
        if (assigned.IsRefused)
        {
            return assigned.Error.ToProblem();
        }

        http.SetETag(assigned.Value.Version);
        return TypedResults.Ok(PersonResponse.From(assigned.Value, user));
    }
}
