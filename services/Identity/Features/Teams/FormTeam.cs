using System.ComponentModel.DataAnnotations;
using FlowPlatform.Identity.Domain.Functions;
using FlowPlatform.Identity.Domain.Teams;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.Teams;

/// <summary>What is kept about a team.</summary>
/// <param name="Key">2 to 10 capital letters or digits; the beginning of the keys of its cards, as in FS-128.</param>
public sealed record TeamRequest(
    [Required, StringLength(Team.KeyMaxLength)] string Key,
    [Required, StringLength(Team.NameMaxLength)] string Name,
    [StringLength(Function.NameMaxLength)] string? Function
)
{
    internal TeamDetails ToDetails() => new(Key, Name, Function);
}

internal static class FormTeam
{
    internal static void MapFormTeam(this RouteGroupBuilder teams) =>
        teams
            .MapPost("/", Handle)
            .WithName(nameof(FormTeam))
            .WithSummary("Forms a team, still without people.")
            .RequireRoles(Roles.Admin);

    internal static async Task<Results<Created<TeamResponse>, ProblemHttpResult>> Handle(
        TeamRequest request,
        TeamChange change,
        CurrentUser user,
        HttpContext http,
        CancellationToken ct
    )
    {
        var formed = await change.FormAsync(request, user.Id, ct);
        if (formed.IsRefused)
        {
            return formed.Error.ToProblem();
        }

        http.SetETag(formed.Value.Version);
        return TypedResults.Created($"/identity/teams/{formed.Value.Id}", formed.Value);
    }
}
