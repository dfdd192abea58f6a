using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Copies;
using FlowPlatform.Contracts.Identity;
using MassTransit;

namespace FlowPlatform.ChangeApproval.Features.Copies;

/// <summary>Keeps what this service needs of people, teams and customers; older versions than the known one are ignored.</summary>
internal sealed class OnOrganisationChanged(ChangesDbContext db)
    : IConsumer<PersonChanged>,
        IConsumer<TeamChanged>,
        IConsumer<CustomerChanged>
{
    public async Task Consume(ConsumeContext<PersonChanged> context)
    {
        var news = context.Message;
        var person = await db.People.FindAsync([news.PersonId], context.CancellationToken);
        if (person is null)
        {
            person = new Person { Id = news.PersonId, Name = news.Name };
            db.People.Add(person);
        }

        if (news.Version > person.Version)
        {
            (person.Name, person.IsActive, person.Version) = (news.Name, news.IsActive, news.Version);
        }
    }

    public async Task Consume(ConsumeContext<TeamChanged> context)
    {
        var news = context.Message;
        var team = await db.Teams.FindAsync([news.TeamId], context.CancellationToken);
        if (team is null)
        {
            team = new Team { Id = news.TeamId, Name = news.Name };
            db.Teams.Add(team);
        }

        if (news.Version > team.Version)
        {
            (team.Name, team.IsActive, team.Version) = (news.Name, news.IsActive, news.Version);
            team.Members = [.. news.Members.Select(m => new Membership(m.PersonId, m.Role == "lead"))];
        }
    }

    public async Task Consume(ConsumeContext<CustomerChanged> context)
    {
        var news = context.Message;
        var customer = await db.Customers.FindAsync([news.CustomerId], context.CancellationToken);
        if (customer is null)
        {
            customer = new Customer { Id = news.CustomerId, Name = news.Name };
            db.Customers.Add(customer);
        }

        if (news.Version > customer.Version)
        {
            (customer.Name, customer.Version) = (news.Name, news.Version);
        }
    }
}
