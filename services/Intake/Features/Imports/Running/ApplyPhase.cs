using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.Intake.Features.Requests;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace FlowPlatform.Intake.Features.Imports.Running;

/// <summary>
/// Turns whole cases into requests, a page at a time. The page's requests, their history, events and counts commit together with how
/// far the import is.
/// </summary>
internal sealed class ApplyPhase(IntakeDbContext db, CasePages pages, TimeProvider clock)
{
    public async Task RunAsync(ImportRun run, CancellationToken ct)
    {
        var through = run.Import.AppliedThrough;
        while (await pages.ReadAsync(run.Id, through, ct) is { Count: > 0 } cases)
        {
            through = cases[^1].Latest.Reference;
            var page = new CasePage(run, [.. cases.Select(found => new SourceCase(found, SourceDigest.Of(found)))]);
            await db.InTransactionAsync(token => ApplyAsync(page, token), ct);
            db.ChangeTracker.Clear();
        }
    }

    private async Task<bool> ApplyAsync(CasePage page, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var known = await KnownAsync(page, ct);
        var isNew = page.Cases.Where(c => !known.ContainsKey(c.Reference)).ToArray();
        var inserted = await InsertAsync(page, isNew, connection, ct);
        // Those that another import was first with are known by now.
        known = inserted.Count == isNew.Length ? known : await KnownAsync(page, ct);
        var changed = await UpdateAsync(page, known, inserted, ct);
        await RequestHistoryTable.ReplaceAsync(connection, inserted, changed, ct);
        var unchanged = page.Cases.Length - inserted.Count - changed.Count;
        long[] counts = [inserted.Count, changed.Count, unchanged];
        NpgsqlParameter[] values =
        [
            new NpgsqlParameter<string> { TypedValue = page.Cases[^1].Reference },
            .. counts.Select(count => new NpgsqlParameter<long> { TypedValue = count }),
        ];
        var isMine = await ImportLease.MoveOnAsync(
            connection,
            page.Run.Id,
            page.Run.Owner,
            "applied_through = $3, imported = imported + $4, updated = updated + $5, unchanged = unchanged + $6",
            values,
            ct
        );
        return isMine ? true : throw new ImportStoppedException();
    }

    private async Task<Dictionary<string, string?>> KnownAsync(CasePage page, CancellationToken ct)
    {
        var references = page.Cases.Select(c => c.Reference).ToArray();
        return await db
            .Requests.Where(r => r.Source == page.Run.Import.Order.Source && references.Contains(r.ExternalReference))
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
        var (order, by) = (page.Run.Import.Order, page.Run.Import.CreatedBy);
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
        var source = page.Run.Import.Order.Source;
        var requests = await db
            .Requests.FromSql(
                $"""
                SELECT * FROM work_request WHERE source = {source} AND external_reference = ANY ({references})
                ORDER BY external_reference FOR UPDATE
                """
            )
            .ToListAsync(ct);
        var (by, now) = (page.Run.Import.CreatedBy, clock.GetUtcNow().ToMicroseconds());
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

/// <summary>A case with the digest by which it is recognised when it comes again.</summary>
internal sealed record SourceCase(FoldedCase Found, string Digest)
{
    public string Reference => Found.Latest.Reference;
}

internal sealed record CasePage(ImportRun Run, SourceCase[] Cases);
