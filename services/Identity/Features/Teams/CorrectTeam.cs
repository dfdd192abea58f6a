using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.Teams;

internal static class CorrectTeam
{
    internal static void MapCorrectTeam(this RouteGroupBuilder teams) =>
        teams
            .MapPut("/{teamId:guid}", Handle)
            .WithName(nameof(CorrectTeam))
            .WithSummary("Corrects key, name or function.")
            .RequireRoles(Roles.Admin);

    internal static async Task<Results<Ok<TeamResponse>, ProblemHttpResult>> Handle(
        Guid teamId,
        TeamRequest request,
        IfMatch ifMatch,
        TeamChange change,
        CurrentUser user,
        HttpContext http,
        CancellationToken ct
    )
    {
        var details = request.ToDetails();
        if (await change.RefusalAsync(details, teamId, ct) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var corrected = await change.ApplyAsync(
            teamId,
            ifMatch,
            "team.corrected",
            user.Id,
            team => team.Correct(details),
            ct
        );
        return corrected.ToAnswer(http);
    }
}
