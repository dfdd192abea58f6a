using FlowPlatform.Identity.Domain.Teams;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FlowPlatform.Identity.Features.Teams;

internal static class ActivateTeam
{
    internal static void MapActivateTeam(this RouteGroupBuilder teams)
    {
        teams
            .MapPost("/{teamId:guid}:deactivate", Deactivate)
            .WithName("DeactivateTeam")
            .WithSummary("Ends a team. It stays in histories; being in it gives no rights any more.")
            .RequireRoles(Roles.Admin);
        teams
            .MapPost("/{teamId:guid}:reactivate", Reactivate)
            .WithName("ReactivateTeam")
            .WithSummary("Lets a team go on, with the people it had.")
            .RequireRoles(Roles.Admin);
    }

    internal static async Task<Results<Ok<TeamResponse>, ProblemHttpResult>> Deactivate(
        Guid teamId,
        IfMatch ifMatch,
        TeamChange change,
        CurrentUser user,
        HttpContext http,
        CancellationToken ct
    ) =>
        (
            await change.ApplyAsync(teamId, ifMatch, "team.deactivated", user.Id, Done(team => team.Deactivate()), ct)
        ).ToAnswer(http);

    internal static async Task<Results<Ok<TeamResponse>, ProblemHttpResult>> Reactivate(
        Guid teamId,
        IfMatch ifMatch,
        TeamChange change,
        CurrentUser user,
        HttpContext http,
        CancellationToken ct
    ) =>
        (
            await change.ApplyAsync(teamId, ifMatch, "team.reactivated", user.Id, Done(team => team.Reactivate()), ct)
        ).ToAnswer(http);

    private static Func<Team, Result> Done(Action<Team> act) =>
        team =>
        {
            act(team);
            return Result.Ok;
        };
}
