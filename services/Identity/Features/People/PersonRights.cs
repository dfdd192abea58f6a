using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.People;
using FlowPlatform.Identity.Domain.Sessions;
using FlowPlatform.Identity.Features.Tokens;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.People;

/// <summary>Changes what a person may do, under the rule that the last administrator stays.</summary>
internal sealed class PersonRights(IdentityDbContext db, Sessions sessions, TimeProvider clock)
{
    public Task<Result<Person>> AssignAsync(
        Guid personId,
        IReadOnlyList<string> roles,
        IfMatch ifMatch,
        Guid by,
        CancellationToken ct
    ) => ChangeAsync(personId, ifMatch, "person.roles-assigned", by, (p, others) => p.AssignRoles(roles, others), ct);

    public Task<Result<Person>> ReactivateAsync(Guid personId, IfMatch ifMatch, Guid by, CancellationToken ct) =>
        ChangeAsync(
            personId,
            ifMatch,
            "person.reactivated",
            by,
            (person, _) =>
            {
                person.Reactivate();
                return Result.Ok;
            },
            ct
        );

    /// <summary>Also ends the person's sessions and access tokens: they do not come back with a reactivation.</summary>
    public Task<Result<Person>> DeactivateAsync(Guid personId, IfMatch ifMatch, Guid by, CancellationToken ct) =>
        db.InTransactionAsync(
            async token =>
            {
                var changed = await ChangeAsync(
                    personId,
                    ifMatch,
                    "person.deactivated",
                    by,
                    (person, others) => person.Deactivate(others),
                    token
                );
                if (!changed.IsRefused)
                {
                    await sessions.EndAllAsync(personId, RevocationReason.PersonDeactivated, token);
                    var now = clock.GetUtcNow();
                    await db
                        .AccessTokens.Where(known => known.PersonId == personId && known.RevokedAt == null)
                        .ExecuteUpdateAsync(set => set.SetProperty(known => known.RevokedAt, now), token);
                }

                return changed;
            },
            ct
        );

    private Task<Result<Person>> ChangeAsync(
        Guid personId,
        IfMatch ifMatch,
        string action,
        Guid by,
        Func<Person, int, Result> change,
        CancellationToken ct
    ) =>
        db.InTransactionAsync<Result<Person>>(
            async token =>
            {
                var others = await db.CountOtherAdminsAsync(personId, token);
                var person = await db.People.SingleOrDefaultAsync(known => known.Id == personId, token);
                if (person is null)
                {
                    return PersonErrors.NotFound;
                }

                if (ifMatch.Check(person.Version) is { } stale)
                {
                    return stale;
                }

                var before = PersonState.Of(person);
                var changed = change(person, others);
                if (changed.IsRefused)
                {
                    return changed.Error;
                }

                db.Record(person, before, action, by, clock.GetUtcNow());
                await db.SaveChangesAsync(token);
                return person;
            },
            ct
        );
}
