using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Features.People;
using FlowPlatform.Contracts.Identity;
using MassTransit;

namespace FlowPlatform.Board.Features.Copies;

/// <summary>Keeps the copies of people and teams; what is older than the copy is ignored.</summary>
internal sealed class OnIdentityChanged(BoardDbContext db, Absences absences, TimeProvider clock)
    : IConsumer<PersonChanged>,
        IConsumer<TeamChanged>
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
            if (copy.IsActive != message.IsActive)
            {
                await FollowAsync(message, context.CancellationToken);
            }

            (copy.Version, copy.Name, copy.IsActive) = (message.Version, message.Name, message.IsActive);
        }
    }

    /// <summary>Who is deactivated is absent until activated again: others may take over what they left.</summary>
    private async Task FollowAsync(PersonChanged message, CancellationToken ct)
    {
        var act = new Act(message.By, clock.GetUtcNow());
        if (message.IsActive)
        {
            await absences.EndAsync(message.PersonId, act, ct);
        }
        else if (!await absences.BeginAsync(message.PersonId, until: null, act, ct))
        {
            // The retry of the message meets the avatar that was placed at the same moment.
            throw new InvalidOperationException("An avatar was placed at the same moment.");
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
