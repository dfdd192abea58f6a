using FlowPlatform.Contracts.Identity;
using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.Teams;
using FlowPlatform.ServiceDefaults.Audit;

namespace FlowPlatform.Identity.Features.Teams;

/// <summary>What the audit log keeps of a team.</summary>
internal sealed record TeamState(
    string Key,
    string Name,
    string? Function,
    bool IsActive,
    IReadOnlyList<TeamMember> Members,
    long Version
)
{
    public static TeamState Of(Team team) =>
        new(team.Key, team.Name, team.Function, team.IsActive, team.ToMembers(), team.Version);
}

internal static class TeamRecords
{
    public static IReadOnlyList<TeamMember> ToMembers(this Team team) =>
        [
            .. team
                .Members.OrderBy(member => member.PersonId)
                .Select(member => new TeamMember(member.PersonId, member.Role.ToWire())),
        ];

    public static TeamChanged ToMessage(this Team team, Guid by, DateTimeOffset now) =>
        new(team.Id, team.Version, team.Name, team.Function, team.IsActive, team.ToMembers(), now, by)
        {
            Key = team.Key,
        };

    /// <summary>Records event and audit fact of a change; of no change, nothing.</summary>
    public static void Record(
        this IdentityDbContext db,
        Team team,
        TeamState? before,
        string action,
        Guid by,
        DateTimeOffset now
    )
    {
        if (before?.Version == team.Version)
        {
            return;
        }

        db.Publish(team.ToMessage(by, now));
        db.Audit(new AuditFact(action, "team", team.Id, by, now) { Before = before, After = TeamState.Of(team) });
    }
}
