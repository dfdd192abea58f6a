using FlowPlatform.Contracts.Identity;
using FlowPlatform.Identity.Data;
using FlowPlatform.Identity.Features.Customers;
using FlowPlatform.Identity.Features.People;
using FlowPlatform.Identity.Features.Teams;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Identity.Features.Announcements;

/// <summary>
/// Compares what a service has copied with what there is, and tells again the kinds that differ. Where all is known this costs three
/// sums. A change that commits meanwhile may be told before its older state: copies ignore what is older.
/// </summary>
internal sealed class OnDirectoryRequested(IdentityDbContext db, TimeProvider clock) : IConsumer<DirectoryRequested>
{
    /// <summary>Rows read and written at once, so that memory does not grow with the organisation.</summary>
    private const int Page = 500;

    /// <summary>Who acts when Identity repeats itself: nobody.</summary>
    private static readonly Guid Nobody = Guid.Empty;

    public async Task Consume(ConsumeContext<DirectoryRequested> context)
    {
        var (copied, ct) = (context.Message, context.CancellationToken);
        if (await DiffersAsync(copied.People, db.People.Select(person => person.Version), ct))
        {
            var people = db.People.AsNoTracking().OrderBy(person => person.Id);
            await TellAsync(people, person => person.ToMessage(Nobody, clock.GetUtcNow()), ct);
        }

        if (await DiffersAsync(copied.Teams, db.Teams.Select(team => team.Version), ct))
        {
            var teams = db.Teams.AsNoTracking().Include(team => team.Members).OrderBy(team => team.Id);
            await TellAsync(teams, team => team.ToMessage(Nobody, clock.GetUtcNow()), ct);
        }

        if (await DiffersAsync(copied.Customers, db.Customers.Select(customer => customer.Version), ct))
        {
            var customers = db.Customers.AsNoTracking().Include(c => c.Members).OrderBy(customer => customer.Id);
            await TellAsync(customers, customer => customer.ToMessage(Nobody, clock.GetUtcNow()), ct);
        }
    }

    private static async Task<bool> DiffersAsync(
        CopiedSoFar? copied,
        IQueryable<long> versions,
        CancellationToken ct
    ) =>
        copied is not null
        && (copied.Count != await versions.LongCountAsync(ct) || copied.Versions != await versions.SumAsync(ct));

    private async Task TellAsync<TOwned, TMessage>(
        IQueryable<TOwned> all,
        Func<TOwned, TMessage> message,
        CancellationToken ct
    )
        where TMessage : class
    {
        List<TOwned> page;
        for (var told = 0; (page = await all.Skip(told).Take(Page).ToListAsync(ct)).Count > 0; told += page.Count)
        {
            page.ForEach(owned => db.Publish(message(owned)));
            await db.SaveChangesAsync(ct);
        }
    }
}
