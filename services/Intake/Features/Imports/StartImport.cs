using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.Intake.Domain.Requests;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Idempotency;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Features.Imports;

/// <summary>
/// Accepts a file: refuses at once what cannot be imported as a whole, stores the rest and leaves it to a worker. The caller may go
/// away as soon as the answer is there.
/// </summary>
internal static class StartImport
{
    // Sending a file again changes nothing that it said before, so repetition needs no key.
    [OwnIdempotency]
    internal static async Task<Results<Accepted<ImportResponse>, ProblemHttpResult>> Handle(
        [AsParameters] ImportQuery query,
        HttpContext http,
        IntakeDbContext db,
        CurrentUser user,
        ImportSpool spool,
        CancellationToken ct
    )
    {
        if (!user.IsAdmin && !(query.TeamId is { } team && user.IsInTeam(team)))
        {
            return ImportErrors.MayNotImport.ToProblem();
        }

        var upload = await Upload.OpenAsync(http.Request, ct);
        if (upload.IsRefused)
        {
            return upload.Error.ToProblem();
        }

        var order = ImportRequest.Read(query, upload.Value.Kind);
        if (order.IsRefused)
        {
            return order.Error.ToProblem();
        }

        if (await RefuseAsync(order.Value, db, ct) is { } refusal)
        {
            return refusal.ToProblem();
        }

        var stored = await spool.StoreAsync(order.Value, upload.Value.Content, user.Id, ct);
        return stored.IsRefused ? stored.Error.ToProblem() : await AnswerAsync(stored.Value, db, ct);
    }

    internal static async Task<Error?> RefuseAsync(ImportOrder order, IntakeDbContext db, CancellationToken ct)
    {
        if (order.CustomerId == Guid.Empty)
        {
            return ImportErrors.CustomerNeeded;
        }

        if (!await db.Customers.AnyAsync(c => c.Id == order.CustomerId && c.IsActive, ct))
        {
            return RequestErrors.UnknownCustomer;
        }

        var isTeamKnown = order.TeamId is null || await db.Teams.AnyAsync(t => t.Id == order.TeamId && t.IsActive, ct);
        return isTeamKnown ? null : RequestErrors.UnknownTeam;
    }

    private static async Task<Results<Accepted<ImportResponse>, ProblemHttpResult>> AnswerAsync(
        Guid importId,
        IntakeDbContext db,
        CancellationToken ct
    ) =>
        TypedResults.Accepted(
            $"/intake/imports/{importId}",
            await db.Imports.Where(i => i.Id == importId).Select(ImportResponse.Projection).SingleAsync(ct)
        );
}
