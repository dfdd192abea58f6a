using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.Intake.Features.Requests;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FlowPlatform.Intake.Features.Imports.Running;

/// <summary>
/// Stores cases of a source as requests, inside the caller's transaction. A case that is there already is updated if it says
/// something new, and left alone otherwise.
/// </summary>
internal sealed class CaseStore(IntakeDbContext db, TimeProvider clock)
{
    public NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    public async Task<(int Inserted, int Changed)> ApplyAsync(CasePage page, CancellationToken ct)
    {
        var known = await KnownAsync(page, ct);
        var isNew = page.Cases.Where(c => !known.ContainsKey(c.Reference)).ToArray();
        var inserted = await InsertAsync(page, isNew, Connection, ct);
        // Those that another import was first with are known by now.
        known = inserted.Count == isNew.Length ? known : await KnownAsync(page, ct);
        var changed = await UpdateAsync(page, known, inserted, ct);
        await RequestHistoryTable.ReplaceAsync(Connection, inserted, changed, ct);
        return (inserted.Count, changed.Count);
    }

    private async Task<Dictionary<string, string?>> KnownAsync(CasePage page, CancellationToken ct)
    {
        var references = page.Cases.Select(c => c.Reference).ToArray();
        return await db
            .Requests.Where(r => r.Source == page.Order.Source && references.Contains(r.ExternalReference))
            .Select(r => new { r.ExternalReference, r.SourceDigest })
            .ToDictionaryAsync(r => r.ExternalReference!, r => r.SourceDigest, StringComparer.Ordinal, ct); // not null: it is in the list
    }

    private async Task<Dictionary<Guid, FoldedCase>> InsertAsync(
        CasePage page,
        SourceCase[] cases,
        NpgsqlConnection connection,
        CancellationToken ct
    )
    {
        if (cases.Length == 0)
        {
            return [];
        }

        var now = clock.GetUtcNow().ToMicroseconds();
        var numbers = await RequestNumbers.TakeAsync(connection, cases.Length, ct);
        var (order, by) = (page.Order, page.By);
        var requests = cases
            .Select((c, i) => WorkRequest.Import(Guid.CreateVersion7(now), numbers[i], order, c.Found, c.Digest, by))
            .ToArray();
        var inserted = await RequestTable.InsertAsync(connection, requests, ct);
        return requests
            .Zip(cases)
            .Where(pair => inserted.Contains(pair.First.Id))
            .ToDictionary(pair => pair.First.Id, pair => pair.Second.Found);
    }

    private async Task<Dictionary<Guid, FoldedCase>> UpdateAsync(
        CasePage page,
        Dictionary<string, string?> known,
        Dictionary<Guid, FoldedCase> inserted,
        CancellationToken ct
    )
    {
        var differing = page
            .Cases.Where(c => known.TryGetValue(c.Reference, out var digest) && digest != c.Digest)
            .ToDictionary(c => c.Reference, StringComparer.Ordinal);
        if (differing.Count == 0)
        {
            return [];
        }

        var references = differing.Keys.ToArray();
        var source = page.Order.Source;
        var requests = await db
            .Requests.FromSql(
                $"""
                SELECT * FROM work_request WHERE source = {source} AND external_reference = ANY ({references})
                ORDER BY external_reference FOR UPDATE
                """
            )
            .ToListAsync(ct);
        var (by, now) = (page.By, clock.GetUtcNow().ToMicroseconds());
        Dictionary<Guid, FoldedCase> changed = [];
        foreach (var request in requests.Where(r => !inserted.ContainsKey(r.Id)))
        {
            var found = differing[request.ExternalReference!]; // selected by it
            if (!request.FollowSource(found.Found, found.Digest))
            {
                continue;
            }

            changed[request.Id] = found.Found;
            if (request is { IsOpen: true, AcceptedAt: not null })
            {
                db.Publish(request.ToChanged(by, now));
            }
        }

        await db.SaveChangesAsync(ct);
        return changed;
    }
}
