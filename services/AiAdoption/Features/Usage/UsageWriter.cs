using FlowPlatform.AiAdoption.Data;
using FlowPlatform.AiAdoption.Domain.Usage;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace FlowPlatform.AiAdoption.Features.Usage;

/// <summary>Writes a batch of rows in one statement: new events are kept and added to the day's roll-up, repeated ones are passed over.</summary>
internal sealed class UsageWriter(AiAdoptionDbContext db, Pseudonyms pseudonyms)
{
    private const string Statement = """
        WITH given AS (
          SELECT * FROM unnest($1, $2, $3, $4, $5, $6) AS g (event_id, pseudonym, day, tool, acts, exposures)
        ), fresh AS (
          INSERT INTO usage_events (event_id, pseudonym, day)
          SELECT DISTINCT ON (event_id) event_id, pseudonym, day FROM given
          ON CONFLICT DO NOTHING RETURNING event_id
        ), rolled AS (
          INSERT INTO daily_usage (pseudonym, day, tool, acts, exposures)
          SELECT pseudonym, day, tool, sum(acts), sum(exposures)
          FROM (SELECT DISTINCT ON (event_id) * FROM given WHERE event_id IN (SELECT event_id FROM fresh)) AS once
          GROUP BY pseudonym, day, tool
          ON CONFLICT (pseudonym, day, tool) DO UPDATE
          SET acts = daily_usage.acts + EXCLUDED.acts, exposures = daily_usage.exposures + EXCLUDED.exposures
        )
        SELECT count(*)::int FROM fresh
        """;

    public async Task WriteAsync(
        IReadOnlyCollection<(int Line, UsageRow Row)> rows,
        ImportEvents.Tally import,
        CancellationToken ct
    )
    {
        var owners = await OwnersAsync([.. rows.Select(row => row.Row.Person).Distinct(StringComparer.Ordinal)], ct);
        var known = new List<(UsageRow Row, Guid Pseudonym)>(rows.Count);
        foreach (var (line, row) in rows)
        {
            if (owners.TryGetValue(row.Person, out var person))
            {
                known.Add((row, await pseudonyms.OfAsync(person, ct)));
            }
            else
            {
                // The name itself is not repeated: the report of an import must not become a list of people.
                import.Reject(line, "nobody is known by this person id or e-mail address");
            }
        }

        if (known.Count > 0)
        {
            var fresh = await InsertAsync(known, ct);
            import.Accepted += fresh;
            import.Repeated += known.Count - fresh;
        }
    }

    private async Task<Dictionary<string, Guid>> OwnersAsync(string[] names, CancellationToken ct)
    {
        var ids = names
            .Select(name => Guid.TryParse(name, out var id) ? id : Guid.Empty)
            .Where(id => id != Guid.Empty)
            .ToArray();
        var found = await db
            .People.AsNoTracking()
            .Where(person => ids.Contains(person.PersonId) || names.Contains(person.Email))
            .Select(person => new { person.PersonId, person.Email })
            .ToListAsync(ct);
        var owners = new Dictionary<string, Guid>(StringComparer.OrdinalIgnoreCase);
        foreach (var person in found)
        {
            owners[person.PersonId.ToString()] = person.PersonId;
            owners[person.Email] = person.PersonId;
        }

        return owners;
    }

    private async Task<int> InsertAsync(List<(UsageRow Row, Guid Pseudonym)> rows, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch();
        var insert = new NpgsqlBatchCommand(Statement);
        insert.Parameters.Add(Array(NpgsqlDbType.Text, rows.Select(r => r.Row.EventId)));
        insert.Parameters.Add(Array(NpgsqlDbType.Uuid, rows.Select(r => r.Pseudonym)));
        insert.Parameters.Add(Array(NpgsqlDbType.Date, rows.Select(r => r.Row.Day)));
        insert.Parameters.Add(Array(NpgsqlDbType.Text, rows.Select(r => r.Row.Tool)));
        insert.Parameters.Add(Array(NpgsqlDbType.Integer, rows.Select(r => r.Row.Acts)));
        insert.Parameters.Add(Array(NpgsqlDbType.Integer, rows.Select(r => r.Row.Exposures)));
        batch.BatchCommands.Add(insert);
        await using var reader = await db.ReadAsync(batch, ct);
        await reader.ReadAsync(ct);
        return reader.GetInt32(0);
    }

    private static NpgsqlParameter Array<T>(NpgsqlDbType type, IEnumerable<T> values) =>
        new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type };
}
