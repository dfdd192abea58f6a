using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.Teams;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Teams;

internal static class ReadTeam
{
    internal static void MapReadTeam(this RouteGroupBuilder teams) =>
        teams.MapGet("/{teamId:guid}", Handle).WithName(nameof(ReadTeam)).WithSummary("One team with its people.");

    internal static async Task<Results<Ok<TeamResponse>, ProblemHttpResult>> Handle(
        Guid teamId,
        IdentityDbContext db,
        HttpContext http,
        CancellationToken ct
    )
    {
        var team = await db
            .Teams.AsNoTracking()
            .Include(known => known.Members)
            .SingleOrDefaultAsync(known => known.Id == teamId, ct);
        if (team is null)
        {
            return TeamErrors.NotFound.ToProblem();
        }

        http.SetETag(team.Version);
        return TypedResults.Ok(await TeamResponse.ReadAsync(team, db, ct));
    }
}
