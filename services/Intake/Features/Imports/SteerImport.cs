using FlowPlatform.Intake.Data;
using FlowPlatform.Intake.Domain.Imports;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using FlowPlatform.ServiceDefaults.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Intake.Features.Imports;

/// <summary>Stops an import, or lets it go on after its last committed batch. What is applied stays.</summary>
internal static class SteerImport
{
    internal static async Task<Results<Ok<ImportResponse>, NotFound, ProblemHttpResult>> Cancel(
        Guid importId,
        IntakeDbContext db,
        CurrentUser user,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await SteerAsync(importId, db, user, "import-cancelled", clock, (i, now) => Task.FromResult(i.Cancel(now)), ct);

    internal static async Task<Results<Ok<ImportResponse>, NotFound, ProblemHttpResult>> Resume(
        Guid importId,
        IntakeDbContext db,
        CurrentUser user,
        TimeProvider clock,
        ImportSignal signal,
        CancellationToken ct
    )
    {
        var answer = await SteerAsync(
            importId,
            db,
            user,
            "import-resumed",
            clock,
            async (import, _) =>
                import.Resume(
                    import.BytesTotal > 0 && await db.Chunks.AnyAsync(chunk => chunk.ImportId == import.Id, ct)
                ),
            ct
        );
        signal.Wake();
        return answer;
    }

    private static async Task<Results<Ok<ImportResponse>, NotFound, ProblemHttpResult>> SteerAsync(
        Guid importId,
        IntakeDbContext db,
        CurrentUser user,
        string fact,
        TimeProvider clock,
        Func<Import, DateTimeOffset, Task<Result>> steer,
        CancellationToken ct
    ) =>
        await db.InTransactionAsync<Results<Ok<ImportResponse>, NotFound, ProblemHttpResult>>(
            async token =>
            {
                var import = await db.LockImportAsync(importId, token);
                if (import is null)
                {
                    return TypedResults.NotFound();
                }

                var isTheirs = import.CreatedBy == user.Id || user.IsAdmin;
                var isTeams = import.Order.TeamId is { } team && user.IsInTeam(team);
                if (!isTheirs && !isTeams)
                {
                    return ImportErrors.MayNotImport.ToProblem();
                }

                var now = clock.GetUtcNow().ToMicroseconds();
                var steered = await steer(import, now);
                if (steered.IsRefused)
                {
                    return steered.Error.ToProblem();
                }

                db.Audit(Running.ImportFacts.ToFact(import, fact, user.Id, now));
                await db.SaveChangesAsync(token);
                return TypedResults.Ok(ImportResponse.Projection.Compile()(import));
            },
            ct
        );
}
