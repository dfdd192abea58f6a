using FlowPlatform.AiAdoption.Data;
using FlowPlatform.Contracts.Identity;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.AiAdoption.Features.People;

/// <summary>Keeps copies of people and teams: who is eligible, and in which group.</summary>
internal sealed class OnOrganisationChanged(AiAdoptionDbContext db) : IConsumer<PersonChanged>, IConsumer<TeamChanged>
{
    public async Task Consume(ConsumeContext<PersonChanged> context)
    {
        var changed = context.Message;
        var copy = await db.People.FindAsync([changed.PersonId], context.CancellationToken);
        if (copy is null)
        {
            copy = new PersonCopy { PersonId = changed.PersonId, Email = changed.Email };
            db.Add(copy);
        }

        if (changed.Version > copy.Version)
        {
            copy.Version = changed.Version;
            copy.Email = changed.Email;
            copy.IsActive = changed.IsActive;
        }
    }

    public async Task Consume(ConsumeContext<TeamChanged> context)
    {
        var changed = context.Message;
        var copy = await db.Groups.FindAsync([changed.TeamId], context.CancellationToken);
        if (copy is null)
        {
            copy = new GroupCopy { TeamId = changed.TeamId, Name = changed.Name };
            db.Add(copy);
        }

        if (changed.Version <= copy.Version)
        {
            return;
        }

        copy.Version = changed.Version;
        copy.Name = changed.Name;
        copy.Function = changed.Function;
        await db
            .GroupMembers.Where(member => member.TeamId == changed.TeamId)
            .ExecuteDeleteAsync(context.CancellationToken);
        db.AddRange(
            changed
                .Members.Where(_ => changed.IsActive)
                .Select(member => new GroupMember { TeamId = changed.TeamId, PersonId = member.PersonId })
        );
    }
}
