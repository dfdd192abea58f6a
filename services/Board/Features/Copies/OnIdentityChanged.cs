using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Contracts.Identity;
using MassTransit;

namespace FlowPlatform.Board.Features.Copies;

/// <summary>Keeps the copies of people and teams; what is older than the copy is ignored.</summary>
internal sealed class OnIdentityChanged(BoardDbContext db) : IConsumer<PersonChanged>, IConsumer<TeamChanged>
{
    public async Task Consume(ConsumeContext<PersonChanged> context)
    {
        var message = context.Message;
        var copy = await db.People.FindAsync([message.PersonId], context.CancellationToken);
        if (copy is null)
        {
            db.Add(
                new PersonCopy
                {
                    Id = message.PersonId,
                    Version = message.Version,
                    Name = message.Name,
                    IsActive = message.IsActive,
                }
            );
        }
        else if (message.Version > copy.Version)
        {
            (copy.Version, copy.Name, copy.IsActive) = (message.Version, message.Name, message.IsActive);
        }
    }

    public async Task Consume(ConsumeContext<TeamChanged> context)
    {
        var message = context.Message;
        Guid[] members = message.IsActive ? [.. message.Members.Select(member => member.PersonId).Distinct()] : [];
        var copy = await db.Teams.FindAsync([message.TeamId], context.CancellationToken);
        if (copy is null)
        {
            db.Add(
                new TeamCopy
                {
                    Id = message.TeamId,
                    Version = message.Version,
                    Name = message.Name,
                    Members = members,
                }
            );
        }
        else if (message.Version > copy.Version)
        {
            (copy.Version, copy.Name, copy.Members) = (message.Version, message.Name, members);
        }
    }
}
