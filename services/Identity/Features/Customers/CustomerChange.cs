using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Domain.Customers;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Customers;

/// <summary>Loads a customer, lets it change, and saves the change with its event and its audit fact.</summary>
internal sealed class CustomerChange(IdentityDbContext db, TimeProvider clock)
{
    public async Task<Result<CustomerResponse>> RegisterAsync(string name, Guid by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var registered = Customer.Register(Guid.CreateVersion7(now), name);
        if (registered.IsRefused)
        {
            return registered.Error;
        }

        if (await IsTakenAsync(name, registered.Value.Id, ct))
        {
            return CustomerErrors.NameTaken;
        }

        db.Customers.Add(registered.Value);
        db.Record(registered.Value, before: null, "customer.registered", by, now);
        await db.SaveChangesAsync(ct);
        return await CustomerResponse.ReadAsync(registered.Value, db, ct);
    }

    public async Task<Result<CustomerResponse>> ApplyAsync(
        Guid customerId,
        IfMatch ifMatch,
        string action,
        Guid by,
        Func<Customer, Result> change,
        CancellationToken ct
    )
    {
        var customer = await db
            .Customers.Include(known => known.Members)
            .SingleOrDefaultAsync(known => known.Id == customerId, ct);
        if (customer is null)
        {
            return CustomerErrors.NotFound;
        }

        if (ifMatch.Check(customer.Version) is { } stale)
        {
            return stale;
        }

        var before = CustomerState.Of(customer);
        var changed = change(customer);
        if (changed.IsRefused)
        {
            return changed.Error;
        }

        db.Record(customer, before, action, by, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return await CustomerResponse.ReadAsync(customer, db, ct);
    }

    public Task<bool> IsTakenAsync(string name, Guid customerId, CancellationToken ct)
    {
        var wanted = name.Trim();
        return db.Customers.AnyAsync(known => known.Name == wanted && known.Id != customerId, ct);
    }

    public Task<bool> IsActivePersonAsync(Guid personId, CancellationToken ct) =>
        db.People.AnyAsync(person => person.Id == personId && person.IsActive, ct);
}
