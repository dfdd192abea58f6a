using System.ComponentModel.DataAnnotations;
using FlowPlatform.Identity.Domain.People;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.Teams;

/// <summary>What the person is in the team: "member" or "lead".</summary>
public sealed record TeamMemberRequest([Required, AllowedValues(WireNames.Member, WireNames.Lead)] string Role);

internal static class TeamMembers
{
    internal static void MapTeamMembers(this RouteGroupBuilder teams)
    {
        teams
            .MapPut("/{teamId:guid}/members/{personId:guid}", Admit)
            .WithName("AdmitTeamMember")
            .WithSummary("Puts a person into a team, or changes their role in it.")
            .RequireRoles(Roles.Admin);
        teams
            .MapDelete("/{teamId:guid}/members/{personId:guid}", Release)
            .WithName("ReleaseTeamMember")
            .WithSummary("Takes a person out of a team.")
            .RequireRoles(Roles.Admin);
    }

    internal static async Task<Results<Ok<TeamResponse>, ProblemHttpResult>> Admit(
        Guid teamId,
        Guid personId,
        TeamMemberRequest request,
        IfMatch ifMatch,
        TeamChange change,
        CurrentUser user,
        HttpContext http,
        CancellationToken ct
    )
    {
        if (!await change.IsActivePersonAsync(personId, ct))
        {
            return PersonErrors.Unknown.ToProblem();
        }

        var admitted = await change.ApplyAsync(
            teamId,
            ifMatch,
            "team.member-admitted",
            user.Id,
            team => team.Admit(personId, WireNames.ToTeamRole(request.Role)),
            ct
        );
        return admitted.ToAnswer(http);
    }

    internal static async Task<Results<Ok<TeamResponse>, ProblemHttpResult>> Release(
        Guid teamId,
        Guid personId,
        IfMatch ifMatch,
        TeamChange change,
        CurrentUser user,
        HttpContext http,
        CancellationToken ct
    ) =>
        (
            await change.ApplyAsync(
                teamId,
                ifMatch,
                "team.member-released",
                user.Id,
                team => team.Release(personId),
                ct
            )
        ).ToAnswer(http);
}
