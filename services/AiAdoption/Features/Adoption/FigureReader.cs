using FlowPlatform.AiAdoption.Data;
using FlowPlatform.AiAdoption.Domain.Privacy;
using FlowPlatform.Contracts.AiAdoption;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.AiAdoption.Features.Adoption;

/// <summary>The people a figure is about, and all people of the organisation; both as pseudonyms.</summary>
internal sealed record Population(IReadOnlySet<Guid> Group, IReadOnlySet<Guid> Everybody);

/// <summary>Reads a figure and passes it through the publication gate; a released one stays the same for its period.</summary>
internal sealed class FigureReader(AiAdoptionDbContext db, Pseudonyms pseudonyms, TimeProvider clock)
{
    private const long ReleaseLock = 0x4149_4741_5445; // "AIGATE"

    /// <summary>Null when there is no such team.</summary>
    public async Task<Population?> PopulationAsync(Guid? teamId, CancellationToken ct)
    {
        if (teamId is not null && !await db.Groups.AnyAsync(group => group.TeamId == teamId, ct))
        {
            return null;
        }

        var active = db.People.AsNoTracking().Where(person => person.IsActive);
        var everybody = await active.Select(person => person.PersonId).ToListAsync(ct);
        var members = teamId is null
            ? everybody
            : await active
                .Where(person =>
                    db.GroupMembers.Any(member => member.TeamId == teamId && member.PersonId == person.PersonId)
                )
                .Select(person => person.PersonId)
                .ToListAsync(ct);
        return new Population(await pseudonyms.OfAsync(members, ct), await pseudonyms.OfAsync(everybody, ct));
    }

    public Task<Figure> ReleaseAsync(
        string figure,
        string group,
        Population people,
        DateOnly first,
        DateOnly last,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async token =>
            {
                // One release at a time: two that are harmless alone must not pass side by side.
                await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({ReleaseLock})", token);
                var before = await db
                    .ReleasedFigures.Where(known => known.PeriodEnd == last && known.Figure == figure)
                    .ToListAsync(token);
                var known = before.SingleOrDefault(row => row.Group == group);
                if (known is { Value: not null })
                {
                    return new Figure(known.Value, null);
                }

                var count = await CountAsync(figure, people.Group, first, last, token);
                var shown = before
                    .Where(row => row.Value is not null)
                    .Select(row => (IReadOnlySet<Guid>)row.Members.ToHashSet());
                var gated = PublicationGate.Decide(people.Group, people.Everybody, count, [.. shown]);
                if (known is null)
                {
                    known = new ReleasedFigure
                    {
                        PeriodEnd = last,
                        Figure = figure,
                        Group = group,
                        Members = [],
                    };
                    db.Add(known);
                }

                await RecordAsync(known, people, gated, token);
                return new Figure(gated.Value, gated.Reason?.ToString());
            },
            ct
        );

    private Task<int> CountAsync(
        string figure,
        IReadOnlySet<Guid> group,
        DateOnly first,
        DateOnly last,
        CancellationToken ct
    )
    {
        var members = group.ToArray();
        var used = db
            .DailyUsage.Where(usage => members.Contains(usage.Pseudonym) && usage.Day >= first && usage.Day <= last)
            .GroupBy(usage => usage.Pseudonym)
            .Select(person => new
            {
                Pseudonym = person.Key,
                Acts = person.Sum(day => day.Acts),
                Exposures = person.Sum(day => day.Exposures),
            });
        return figure == "passive"
            ? used.CountAsync(
                person =>
                    person.Acts == 0
                    && person.Exposures > 0
                    && db.Seats.Any(seat => seat.Pseudonym == person.Pseudonym),
                ct
            )
            : used.CountAsync(person => person.Acts > 0, ct);
    }

    private async Task RecordAsync(ReleasedFigure row, Population people, GatedFigure gated, CancellationToken ct)
    {
        var reason = gated.Reason?.ToString();
        if (reason is not null && reason != row.Reason)
        {
            db.Publish(new FigureSuppressed(row.Figure, row.Group, reason, clock.GetUtcNow()));
        }

        row.Members = [.. people.Group];
        row.Value = gated.Value;
        row.Reason = reason;
        await db.SaveChangesAsync(ct);
    }
}
