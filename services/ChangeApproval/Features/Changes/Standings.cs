using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Changes;
using FlowPlatform.ChangeApproval.Domain.Delegations;
using FlowPlatform.ChangeApproval.Domain.Models;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.Changes;

/// <summary>
/// What the person of the request is to a change, by themselves and as somebody's deputy. Made for each request, which reads who is listed
/// and who lent their authority once for all its changes.
/// </summary>
internal sealed class Standings(ChangesDbContext db, CurrentUser user)
{
    private readonly Dictionary<Guid, ChangeAuthority?> _listed = [];
    private List<Delegation>? _delegations;

    internal async Task<Authority> ForAsync(
        ChangeRequest change,
        IReadOnlySet<Party> asked,
        Guid? onBehalfOf,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var own = await OwnAsync(change, ct);
        var needsDeputy = onBehalfOf is not null || !own.Overlaps(asked);
        var deputising = needsDeputy ? await DeputisingAsync(change, now, ct) : [];
        return AuthorityOf.For(asked, own, onBehalfOf, deputising);
    }

    private async Task<HashSet<Party>> OwnAsync(ChangeRequest change, CancellationToken ct)
    {
        var own = new HashSet<Party> { Party.Anyone };
        if (change.RaisedBy == user.Id)
        {
            own.Add(Party.Requester);
        }

        // From the token, which is fresh: this service's copy of the team may lag behind it.
        if (user.IsInTeam(change.TeamId))
        {
            own.Add(Party.TeamMember);
        }

        if (user.IsLead(change.TeamId))
        {
            own.Add(Party.TeamLead);
        }

        if (await IsAuthorityAsync(user.Id, change, ct))
        {
            own.Add(Party.ChangeAuthority);
        }

        return own;
    }

    private async Task<List<Deputising>> DeputisingAsync(ChangeRequest change, DateTimeOffset now, CancellationToken ct)
    {
        _delegations ??= await db.Delegations.AsNoTracking().Where(d => d.DeputyId == user.Id).ToListAsync(ct);
        var found = new List<Deputising>();
        foreach (var delegation in _delegations.Where(d => d.IsActive(now) && InScope(d.Scope, change)))
        {
            found.Add(new Deputising(delegation, await PrincipalAsync(delegation.PrincipalId, change, ct)));
        }

        return found;
    }

    private async Task<HashSet<Party>> PrincipalAsync(Guid principal, ChangeRequest change, CancellationToken ct)
    {
        var standing = new HashSet<Party>();
        if (!await db.People.AnyAsync(person => person.Id == principal && person.IsActive, ct))
        {
            return standing;
        }

        var team = await db.Teams.AsNoTracking().SingleOrDefaultAsync(t => t.Id == change.TeamId && t.IsActive, ct);
        if (team?.Members.FirstOrDefault(member => member.PersonId == principal) is { } membership)
        {
            standing.Add(Party.TeamMember);
            if (membership.IsLead)
            {
                standing.Add(Party.TeamLead);
            }
        }

        if (await IsAuthorityAsync(principal, change, ct))
        {
            standing.Add(Party.ChangeAuthority);
        }

        return standing;
    }

    private async Task<bool> IsAuthorityAsync(Guid person, ChangeRequest change, CancellationToken ct)
    {
        if (!_listed.TryGetValue(person, out var listed))
        {
            listed = await db.Authorities.AsNoTracking().SingleOrDefaultAsync(a => a.PersonId == person, ct);
            _listed[person] = listed;
        }

        return listed is not null && InScope(listed.Scope, change);
    }

    private static bool InScope(AuthorityScope scope, ChangeRequest change) =>
        scope.Covers(change.Category, change.Present.Content.RiskClass, change.Systems);
}
