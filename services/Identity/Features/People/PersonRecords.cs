using FlowPlatform.Contracts.Identity;
using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.People;
using FlowPlatform.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.People;

/// <summary>What the audit log keeps of a person: no name and no address, since it is kept for ever.</summary>
internal sealed record PersonState(string? Function, bool IsLeader, bool IsActive, string[] Roles, long Version)
{
    public static PersonState Of(Person person) =>
        new(person.Function, person.IsLeader, person.IsActive, person.Roles, person.Version);
}

internal static class PersonRecords
{
    public static PersonChanged ToMessage(this Person person, Guid by, DateTimeOffset now) =>
        new(
            person.Id,
            person.Version,
            person.Name,
            person.Email,
            person.Function,
            person.IsLeader,
            person.IsActive,
            person.Roles,
            now,
            by
        );

    /// <summary>Records event and audit fact of a change; of no change, nothing.</summary>
    public static void Record(
        this IdentityDbContext db,
        Person person,
        PersonState? before,
        string action,
        Guid by,
        DateTimeOffset now
    )
    {
        if (before?.Version == person.Version)
        {
            return;
        }

        db.Publish(person.ToMessage(by, now));
        db.Audit(
            new AuditFact(action, "person", person.Id, by, now) { Before = before, After = PersonState.Of(person) }
        );
    }

    /// <summary>
    /// Counts the other active administrators under a lock, so that two who remove each other at once do not both
    /// succeed.
    /// Call it in a transaction: the lock lasts until its end.
    /// </summary>
    public static async Task<int> CountOtherAdminsAsync(this IdentityDbContext db, Guid personId, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Locks.LastAdmin})", ct);
        return await db.People.CountAsync(
            person => person.Id != personId && person.IsActive && person.Roles.Contains(OrganisationRoles.Admin),
            ct
        );
    }
}
