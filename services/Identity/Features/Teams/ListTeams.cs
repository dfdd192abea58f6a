using System.Linq.Expressions;
using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.Teams;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Teams;

/// <summary>A team in a list.</summary>
public sealed record TeamSummaryResponse(
    Guid Id,
    string Key,
    string Name,
    string? Function,
    bool IsActive,
    int Members,
    long Version
);

internal static class ListTeams
{
    internal static void MapListTeams(this RouteGroupBuilder teams) =>
        teams.MapGet("/", Handle).WithName(nameof(ListTeams)).WithSummary("Teams by name.");

    internal static async Task<Results<Ok<Page<TeamSummaryResponse>>, ProblemHttpResult>> Handle(
        [FromQuery] bool? active,
        [AsParameters] PageQuery page,
        IdentityDbContext db,
        CancellationToken ct
    )
    {
        if (!Cursors.TryName(page.Cursor, out var after))
        {
            return Cursors.Invalid.ToProblem();
        }

        var teams = db.Teams.AsNoTracking().Where(team => active == null || team.IsActive == active);
        if (after is { } position)
        {
            teams = teams.Where(team =>
                EF.Functions.GreaterThan(
                    ValueTuple.Create(team.Name, team.Id),
                    ValueTuple.Create(position.Name, position.Id)
                )
            );
        }

        var found = await teams
            .OrderBy(team => team.Name)
            .ThenBy(team => team.Id)
            .Select(Summary)
            .Take(page.Size + 1)
            .ToListAsync(ct);
        return TypedResults.Ok(Page.From(found, page.Size, team => Cursors.Of(team.Name, team.Id)));
    }

    private static readonly Expression<Func<Team, TeamSummaryResponse>> Summary = team => new TeamSummaryResponse(
        team.Id,
        team.Key,
        team.Name,
        team.Function,
        team.IsActive,
        team.Members.Count,
        team.Version
    );
}
