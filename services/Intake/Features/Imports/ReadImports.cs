using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Features.Requests;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Features.Imports;

/// <summary>Imports as those see them who see all work.</summary>
internal static class ReadImports
{
    internal static async Task<Results<Ok<ImportResponse>, NotFound>> Get(
        Guid importId,
        IntakeDbContext db,
        CurrentUser user,
        CancellationToken ct
    ) => await FindAsync(importId, db, user, ct) is { } import ? TypedResults.Ok(import) : TypedResults.NotFound();

    internal static async Task<Results<Ok<Page<ImportResponse>>, ProblemHttpResult>> List(
        [AsParameters] PageQuery page,
        IntakeDbContext db,
        CurrentUser user,
        CancellationToken ct
    )
    {
        if (!Cursor.TryDecode(page.Cursor, out var before))
        {
            return Problems.Field("cursor", "is not one that a page returned").ToProblem();
        }

        var imports = user.SeesAll() ? db.Imports : db.Imports.Where(import => import.CreatedBy == user.Id);
        if (before is not null)
        {
            imports = imports.Where(import => import.Id < before);
        }

        // Ids are made from the time, so their order is that of the imports, and its index is the primary key.
        var rows = await imports
            .OrderByDescending(import => import.Id)
            .Take(page.Size + 1)
            .Select(ImportResponse.Projection)
            .ToListAsync(ct);
        return TypedResults.Ok(Page.From(rows, page.Size, import => Cursor.Encode(import.Id)));
    }

    internal static async Task<ImportResponse?> FindAsync(
        Guid importId,
        IntakeDbContext db,
        CurrentUser user,
        CancellationToken ct
    )
    {
        var import = await db
            .Imports.Where(i => i.Id == importId)
            .Select(ImportResponse.Projection)
            .SingleOrDefaultAsync(ct);
        return import is not null && (user.SeesAll() || import.CreatedBy == user.Id) ? import : null;
    }
}
