using FlowPlatform.Contracts.Identity;
using FlowPlatform.Prioritisation.Data;
using FlowPlatform.Prioritisation.Domain.Copies;
using MassTransit;

namespace FlowPlatform.Prioritisation.Features.Copies;

/// <summary>Keeps copies of people, teams and customers, so that a session knows who may speak without asking Identity.</summary>
internal sealed class OnDirectory(PrioritisationDbContext db)
    : IConsumer<PersonChanged>,
        IConsumer<TeamChanged>,
        IConsumer<CustomerChanged>
{
    public async Task Consume(ConsumeContext<PersonChanged> context)
    {
        var m = context.Message;
        var person = await db.People.FindAsync([m.PersonId], context.CancellationToken);
        person ??= db.People.Add(new PersonCopy(m.PersonId)).Entity;
        person.Hear(m.Version, m.Name, m.IsActive);
    }

    public async Task Consume(ConsumeContext<TeamChanged> context)
    {
        var m = context.Message;
        var team = await db.Teams.FindAsync([m.TeamId], context.CancellationToken);
        team ??= db.Teams.Add(new TeamCopy(m.TeamId)).Entity;
        team.Hear(m.Version, m.Name, m.Members.Select(member => member.PersonId));
    }

    public async Task Consume(ConsumeContext<CustomerChanged> context)
    {
        var m = context.Message;
        var customer = await db.Customers.FindAsync([m.CustomerId], context.CancellationToken);
        customer ??= db.Customers.Add(new CustomerCopy(m.CustomerId)).Entity;
        customer.Hear(m.Version, m.Name, m.IsActive, m.RepresentativeId, m.DeputyId);
    }
}
