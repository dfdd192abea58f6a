using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.Changes;

internal static class GetChange
{
    internal static void MapGetChange(this RouteGroupBuilder changes) =>
        changes
            .MapGet("/{id:guid}", Handle)
            .WithName(nameof(GetChange))
            .WithSummary("Gives a change with its content, duties, verdicts, evidence and next steps.");

    private static async Task<Results<Ok<ChangeResponse>, ProblemHttpResult>> Handle(
        Guid id,
        ChangesDbContext db,
        ChangeReader reader,
        HttpContext http,
        CancellationToken ct
    )
    {
        var change = await db.WholeChanges().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        if (change is null)
        {
            return ChangeDesk.NoSuchChange.ToProblem();
        }

        http.SetETag(change.Version);
        return TypedResults.Ok(await reader.ResponseAsync(change, ct));
    }
}
