using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.People;
using FlowPlatform.Identity.Domain.Teams;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Teams;

/// <summary>Loads a team, lets it change, and saves the change with its event and its audit fact.</summary>
internal sealed class TeamChange(IdentityDbContext db, TimeProvider clock)
{
    public async Task<Result<TeamResponse>> FormAsync(TeamRequest request, Guid by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var details = request.ToDetails();
        var formed = Team.Form(Guid.CreateVersion7(now), details);
        if (formed.IsRefused)
        {
            return formed.Error;
        }

        if (await RefusalAsync(details, formed.Value.Id, ct) is { } refusal)
        {
            return refusal;
        }

        db.Teams.Add(formed.Value);
        db.Record(formed.Value, before: null, "team.formed", by, now);
        await db.SaveChangesAsync(ct);
        return await TeamResponse.ReadAsync(formed.Value, db, ct);
    }

    public async Task<Result<TeamResponse>> ApplyAsync(
        Guid teamId,
        IfMatch ifMatch,
        string action,
        Guid by,
        Func<Team, Result> change,
        CancellationToken ct
    )
    {
        var team = await db.Teams.Include(known => known.Members).SingleOrDefaultAsync(t => t.Id == teamId, ct);
        if (team is null)
        {
            return TeamErrors.NotFound;
        }

        if (ifMatch.Check(team.Version) is { } stale)
        {
            return stale;
        }

        var before = TeamState.Of(team);
        var changed = change(team);
        if (changed.IsRefused)
        {
            return changed.Error;
        }

        db.Record(team, before, action, by, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return await TeamResponse.ReadAsync(team, db, ct);
    }

    /// <summary>What only the database knows: whether the key is free and the function exists.</summary>
    public async Task<Error?> RefusalAsync(TeamDetails details, Guid teamId, CancellationToken ct)
    {
        if (details.Function is { } function && !await db.Functions.AnyAsync(known => known.Name == function, ct))
        {
            return PersonErrors.FunctionUnknown;
        }

        return await db.Teams.AnyAsync(known => known.Key == details.Key && known.Id != teamId, ct)
            ? TeamErrors.KeyTaken
            : null;
    }

    public Task<bool> IsActivePersonAsync(Guid personId, CancellationToken ct) =>
        db.People.AnyAsync(person => person.Id == personId && person.IsActive, ct);
}
