using System.ComponentModel.DataAnnotations;
using FlowPlatform.Identity.Domain.People;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.People;

/// <summary>What is kept about a person.</summary>
/// <param name="Function">One of the functions, or none.</param>
/// <param name="IsLeader">Leads people or a function, so that visible engagement is asked of them.</param>
public sealed record PersonRequest(
    [Required, StringLength(Person.NameMaxLength)] string Name,
    [Required, EmailAddress, StringLength(Person.EmailMaxLength)] string Email,
    [StringLength(Domain.Functions.Function.NameMaxLength)] string? Function,
    bool IsLeader
);

internal static class AddPerson
{
    internal static void MapAddPerson(this RouteGroupBuilder people) =>
        people
            .MapPost("/", Handle)
            .WithName(nameof(AddPerson))
            .WithSummary("Adds a person, who has no password yet: make a reset token for them.")
            .RequireRoles(Roles.Admin);

    internal static async Task<Results<Created<PersonResponse>, ProblemHttpResult>> Handle(
        PersonRequest request,
        PersonRegister register,
        CurrentUser user,
        HttpContext http,
        CancellationToken ct
    )
    {
        var added = await register.AddAsync(request, user.Id, ct);
        if (added.IsRefused)
        {
            return added.Error.ToProblem();
        }

        http.SetETag(added.Value.Version);
        return TypedResults.Created($"/identity/people/{added.Value.Id}", PersonResponse.From(added.Value, user));
    }
}
