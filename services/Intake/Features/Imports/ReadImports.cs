using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
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
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

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
        if (!Cursor.TryDecode(page.Cursor, 1, out var key) || (key is not null && !Guid.TryParse(key[0], out _)))
        {
            return Problems.Field("cursor", "is not one that a page returned").ToProblem();
        }

        var imports = user.SeesAll() ? db.Imports : db.Imports.Where(import => import.CreatedBy == user.Id);
        if (key is not null)
        {
            var before = Guid.Parse(key[0]);
            imports = imports.Where(import => import.Id < before);
        }

        // Ids are made from the time, so their order is that of the imports, and its index is the primary key.
        var rows = await imports
            .OrderByDescending(import => import.Id)
            .Take(page.Size + 1)
            .Select(ImportResponse.Projection)
            .ToListAsync(ct);
        return TypedResults.Ok(Page.From(rows, page.Size, import => Cursor.Encode(import.Id.ToString())));
    }

    /// <summary>Progress as server-sent events until the import ends. Each event is the whole state, so resuming loses nothing.</summary>
    internal static async Task<Results<ServerSentEventsResult<ImportResponse>, NotFound>> Events(
        Guid importId,
        IntakeDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await FindAsync(importId, db, user, ct) is { } import
            ? TypedResults.ServerSentEvents(WatchAsync(import, db, user, clock, ct))
            : TypedResults.NotFound();

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

    private static async IAsyncEnumerable<SseItem<ImportResponse>> WatchAsync(
        ImportResponse import,
        IntakeDbContext db,
        CurrentUser user,
        TimeProvider clock,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        using var timer = new PeriodicTimer(Interval, clock);
        for (ImportResponse? last = null, now = import; now is not null; now = await FindAsync(import.Id, db, user, ct))
        {
            if (now != last)
            {
                last = now;
                var id = $"{now.BytesRead}-{now.Imported + now.Updated + now.Unchanged}";
                yield return new SseItem<ImportResponse>(now, "progress") { EventId = id };
            }

            if (now.IsEnded || !await timer.WaitForNextTickAsync(ct))
            {
                yield break;
            }
        }
    }
}
