using FlowPlatform.ChangeApproval.Data;
using FlowPlatform.ChangeApproval.Domain.Controls;
using FlowPlatform.ServiceDefaults.Http;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.ChangeApproval.Features.Controls;

internal static class ReadControlSets
{
    private static readonly Error NoSuchSet = new(
        "changes.no-such-control-set",
        "There is no such control set.",
        ErrorKind.NotFound
    );

    internal static void MapReadControlSets(this RouteGroupBuilder changes)
    {
        changes
            .MapGet("/control-sets/{id:guid}", Get)
            .WithName("GetControlSet")
            .WithSummary("Gives the version of a control set that is in force.");
        changes
            .MapGet("/controls", List)
            .WithName("ListControls")
            .WithSummary("Lists every control in force: the standing ones, and those of all control sets.");
    }

    private static async Task<Results<Ok<ControlSetResponse>, ProblemHttpResult>> Get(
        Guid id,
        ChangesDbContext db,
        HttpContext http,
        CancellationToken ct
    )
    {
        var set = await db
            .ControlSets.AsNoTracking()
            .Include(known => known.Versions)
            .SingleOrDefaultAsync(known => known.Id == id, ct);
        if (set is null)
        {
            return NoSuchSet.ToProblem();
        }

        http.SetETag(set.Version);
        return TypedResults.Ok(ControlSetResponse.From(set, set.Versions.MaxBy(version => version.Number)!, []));
    }

    private static async Task<Ok<IReadOnlyList<Control>>> List(Changes.Rulebooks rulebooks, CancellationToken ct) =>
        TypedResults.Ok(await rulebooks.ControlsAsync(ct));
}
