using FlowPlatform.Contracts.Identity;
using FlowPlatform.Intake.Data;
using MassTransit;

namespace FlowPlatform.Intake.Features.Copies;

/// <summary>Keeps copies of the names that Intake shows and the activity it checks. Older versions are ignored.</summary>
internal sealed class OnIdentityChanged(IntakeDbContext db)
    : IConsumer<CustomerChanged>,
        IConsumer<TeamChanged>,
        IConsumer<PersonChanged>
{
    public async Task Consume(ConsumeContext<CustomerChanged> context)
    {
        var message = context.Message;
        var customer =
            await db.Customers.FindAsync([message.CustomerId], context.CancellationToken)
            ?? db.Customers.Add(new CustomerCopy { Id = message.CustomerId }).Entity;
        if (message.Version > customer.Version)
        {
            (customer.Version, customer.Name, customer.IsActive) = (message.Version, message.Name, message.IsActive);
        }
    }

    public async Task Consume(ConsumeContext<TeamChanged> context)
    {
        var message = context.Message;
        var team =
            await db.Teams.FindAsync([message.TeamId], context.CancellationToken)
            ?? db.Teams.Add(new TeamCopy { Id = message.TeamId }).Entity;
        if (message.Version > team.Version)
        {
            (team.Version, team.Name, team.IsActive) = (message.Version, message.Name, message.IsActive);
        }
    }

    public async Task Consume(ConsumeContext<PersonChanged> context)
    {
        var message = context.Message;
        var person =
            await db.People.FindAsync([message.PersonId], context.CancellationToken)
            ?? db.People.Add(new PersonCopy { Id = message.PersonId }).Entity;
        if (message.Version > person.Version)
        {
            (person.Version, person.Name) = (message.Version, message.Name);
        }
    }
}
