using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.Teams;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Teams;

/// <summary>Somebody in a team. Role is "member" or "lead".</summary>
public sealed record TeamMemberResponse(Guid PersonId, string Name, bool IsActive, string Role);

/// <summary>A team with its people, by name.</summary>
public sealed record TeamResponse(
    Guid Id,
    string Key,
    string Name,
    string? Function,
    bool IsActive,
    IReadOnlyList<TeamMemberResponse> Members,
    long Version
)
{
    internal static async Task<TeamResponse> ReadAsync(Team team, IdentityDbContext db, CancellationToken ct)
    {
        var ids = team.Members.Select(member => member.PersonId).ToList();
        var people = await db
            .People.Where(person => ids.Contains(person.Id))
            .Select(person => new
            {
                person.Id,
                person.Name,
                person.IsActive,
            })
            .ToDictionaryAsync(person => person.Id, ct);
        var members = team.Members.Select(member => new TeamMemberResponse(
            member.PersonId,
            people[member.PersonId].Name,
            people[member.PersonId].IsActive,
            member.Role.ToWire()
        ));
        return new TeamResponse(
            team.Id,
            team.Key,
            team.Name,
            team.Function,
            team.IsActive,
            [.. members.OrderBy(member => member.Name, StringComparer.Ordinal)],
            team.Version
        );
    }
}
