using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.ServiceDefaults.Audit;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Features.Imports.Running;

/// <summary>Takes an import from wherever it stands to its end.</summary>
internal sealed class ImportRunner(IntakeDbContext db, ReadPhase reading, ApplyPhase applying, TimeProvider clock)
{
    public async Task RunAsync(Guid importId, Guid owner, CancellationToken ct)
    {
        var run = await BeginAsync(importId, owner, ct);
        if (run.Import.State is ImportState.Reading)
        {
            await reading.RunAsync(run, ct);
        }

        await applying.RunAsync(run, ct);
        await CompleteAsync(importId, owner, ct);
        await db.Database.ExecuteSqlAsync($"DELETE FROM import_row WHERE import_id = {importId}", ct);
        await db.Database.ExecuteSqlAsync($"DELETE FROM import_chunk WHERE import_id = {importId}", ct);
    }

    private async Task<ImportRun> BeginAsync(Guid importId, Guid owner, CancellationToken ct)
    {
        var import = await db.Imports.AsNoTracking().SingleAsync(i => i.Id == importId, ct);
        var defaults = await DefaultsAsync(import.Order, db, clock, ct);
        return new ImportRun(import, ImportRequest.ProfileOf(import.Order), defaults, owner);
    }

    public static async Task<ImportDefaults> DefaultsAsync(
        ImportOrder order,
        IntakeDbContext db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var customers = await db.Customers.Where(c => c.IsActive).Select(c => new { c.Name, c.Id }).ToListAsync(ct);
        var byName = customers
            .GroupBy(c => c.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First().Id, StringComparer.OrdinalIgnoreCase);
        return new ImportDefaults(order.CustomerId, byName, clock.GetUtcNow());
    }

    /// <summary>One fact for the whole import: a file of a hundred thousand rows is one act of one person.</summary>
    private async Task CompleteAsync(Guid importId, Guid owner, CancellationToken ct) =>
        await db.InTransactionAsync(
            async token =>
            {
                var import = await db.LockImportAsync(importId, token);
                if (import is not { State: ImportState.Applying } || import.LeaseOwner != owner)
                {
                    throw new ImportStoppedException();
                }

                var now = clock.GetUtcNow().ToMicroseconds();
                import.Complete(now);
                db.Audit(import.ToFact("import-completed", import.CreatedBy, now));
                return await db.SaveChangesAsync(token);
            },
            ct
        );
}

internal static class ImportFacts
{
    public static AuditFact ToFact(this Import import, string action, Guid by, DateTimeOffset now) =>
        new(action, "import", import.Id, by, now)
        {
            After = new
            {
                import.Order.Source,
                import.Order.CustomerId,
                import.BytesTotal,
                import.RowsRead,
                import.Imported,
                import.Updated,
                import.Unchanged,
                Rejected = import.RowsRejected,
            },
        };
}
