using FlowPlatform.Intake.Data;
using Npgsql;

namespace FlowPlatform.Intake.Features.Imports.Running;

/// <summary>
/// Turns whole cases into requests, a page at a time. The page's requests, their history, events and counts commit together with how
/// far the import is.
/// </summary>
internal sealed class ApplyPhase(IntakeDbContext db, CasePages pages, CaseStore store)
{
    public async Task RunAsync(ImportRun run, CancellationToken ct)
    {
        var through = run.Import.AppliedThrough;
        while (await pages.ReadAsync(run.Id, through, ct) is { Count: > 0 } cases)
        {
            through = cases[^1].Latest.Reference;
            var page = new CasePage(run.Import.Order, run.Import.CreatedBy, [.. cases.Select(SourceCase.Of)]);
            await db.InTransactionAsync(token => ApplyAsync(run, page, token), ct);
            db.ChangeTracker.Clear();
        }
    }

    private async Task<bool> ApplyAsync(ImportRun run, CasePage page, CancellationToken ct)
    {
        var (inserted, changed) = await store.ApplyAsync(page, ct);
        long[] counts = [inserted, changed, page.Cases.Length - inserted - changed];
        NpgsqlParameter[] values =
        [
            new NpgsqlParameter<string> { TypedValue = page.Cases[^1].Reference },
            .. counts.Select(count => new NpgsqlParameter<long> { TypedValue = count }),
        ];
        var isMine = await ImportLease.MoveOnAsync(
            store.Connection,
            run.Id,
            run.Owner,
            "applied_through = $3, imported = imported + $4, updated = updated + $5, unchanged = unchanged + $6",
            values,
            ct
        );
        db.WillChange(run.Id);
        db.WillChange(LiveSubjects.Imports);
        db.WillChange(LiveSubjects.Requests);
        return isMine ? true : throw new ImportStoppedException();
    }
}
