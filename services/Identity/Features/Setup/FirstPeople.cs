using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Data.Accounts;
using FlowPlatform.Identity.Domain.Functions;
using FlowPlatform.Identity.Domain.People;
using FlowPlatform.Identity.Features.Customers;
using FlowPlatform.Identity.Features.People;
using FlowPlatform.Identity.Features.Teams;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Setup;

/// <summary>Puts the first people into an empty database, with their events, in one transaction.</summary>
internal sealed class FirstPeople(
    IdentityDbContext db,
    IPasswordHasher<Account> hasher,
    ILookupNormalizer normalizer,
    TimeProvider clock
)
{
    /// <returns>False when there are people already.</returns>
    public Task<bool> AddDemoAsync(string password, CancellationToken ct) =>
        AddAsync(
            () =>
            {
                // One hash for all: they share the password anyhow, and a start need not wait for thirty hashings.
                var hash = hasher.HashPassword(new Account(), password);
                foreach (var demo in DemoOrganisation.People)
                {
                    var details = new PersonDetails(demo.Name, demo.Email, demo.Function, demo.IsLeader);
                    Add(demo.Id, details, demo.Roles, hash, DemoOrganisation.Ada);
                }

                AddGroups();
            },
            ct
        );

    /// <returns>False when there are people already.</returns>
    public Task<bool> AddAdministratorAsync(FirstAdministratorOptions first, CancellationToken ct) =>
        AddAsync(
            () =>
            {
                var id = Guid.CreateVersion7(clock.GetUtcNow());
                var details = new PersonDetails(
                    first.Name ?? "Administrator",
                    first.Email ?? "",
                    null,
                    isLeader: false
                );
                Add(id, details, [OrganisationRoles.Admin], hasher.HashPassword(new Account(), first.Password!), id);
            },
            ct
        );

    private Task<bool> AddAsync(Action add, CancellationToken ct) =>
        db.InTransactionAsync(
            async token =>
            {
                // Replicas that start together must not both find the table empty.
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Locks.FirstPeople})", token);
                if (await db.People.AnyAsync(token))
                {
                    return false;
                }

                add();
                await db.SaveChangesAsync(token);
                return true;
            },
            ct
        );

    private void Add(Guid id, PersonDetails details, string[] roles, string passwordHash, Guid by)
    {
        var person = Person.Add(id, details).Value;
        person.AssignRoles(roles, otherActiveAdmins: 0);
        var account = Account.For(id, details.Email, normalizer);
        account.PasswordHash = passwordHash;
        db.People.Add(person);
        db.Accounts.Add(account);
        db.Record(person, before: null, "person.added", by, clock.GetUtcNow());
    }

    private void AddGroups()
    {
        db.Functions.AddRange(DemoOrganisation.Functions.Select(name => Function.Named(name).Value));
        foreach (var team in DemoOrganisation.Teams.Select(demo => demo.Form()))
        {
            db.Teams.Add(team);
            db.Record(team, before: null, "team.formed", DemoOrganisation.Ada, clock.GetUtcNow());
        }

        foreach (var customer in DemoOrganisation.Customers.Select(demo => demo.Register()))
        {
            db.Customers.Add(customer);
            db.Record(customer, before: null, "customer.registered", DemoOrganisation.Ada, clock.GetUtcNow());
        }
    }
}
