using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Board.Features.Boards;
using FlowPlatform.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Experiments;

/// <summary>Which experiments to list.</summary>
public readonly record struct ExperimentsQuery(
    [property: FromQuery(Name = "boardId")] Guid? BoardId,
    [property: FromQuery(Name = "status")] ExperimentStatus? Status
);

internal static class GetExperiment
{
    internal static void MapGetExperiment(this RouteGroupBuilder experiments) =>
        experiments.MapGet("/{experimentId:guid}", Handle).WithName(nameof(GetExperiment));

    internal static void MapListExperiments(this RouteGroupBuilder experiments) =>
        experiments.MapGet("/", List).WithName("ListExperiments");

    /// <summary>An experiment and what the data say of it.</summary>
    internal static async Task<Results<Ok<ExperimentDetailResponse>, ProblemHttpResult>> Handle(
        Guid experimentId,
        ExperimentQueries queries,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await queries.FindAsync(experimentId, ct) is not { } row)
        {
            return ExperimentErrors.Unknown.ToProblem();
        }

        var analysis = await queries.AnalysisAsync(row, clock.GetUtcNow(), ct);
        return analysis.IsRefused
            ? analysis.Error.ToProblem()
            : TypedResults.Ok(new ExperimentDetailResponse(ExperimentResponse.Of(row.ToExperiment()), analysis.Value));
    }

    /// <summary>Experiments, latest first; of one board or all, in one state or any.</summary>
    internal static async Task<Results<Ok<Page<ExperimentResponse>>, ProblemHttpResult>> List(
        [AsParameters] ExperimentsQuery asked,
        [AsParameters] PageQuery page,
        BoardDbContext db,
        CancellationToken ct
    )
    {
        if (!Cursor.TryDecode(page.Cursor, out var before))
        {
            return BoardErrors.BadCursor.ToProblem();
        }

        var rows = await db
            .Experiments.AsNoTracking()
            .Where(experiment => asked.BoardId == null || experiment.BoardId == asked.BoardId)
            .Where(experiment => asked.Status == null || experiment.Status == asked.Status)
            .Where(experiment => before == null || experiment.Id < before)
            .OrderByDescending(experiment => experiment.Id)
            .Take(page.Size + 1)
            .ToListAsync(ct);
        List<ExperimentResponse> found = [.. rows.Select(row => ExperimentResponse.Of(row.ToExperiment()))];
        return TypedResults.Ok(Page.From(found, page.Size, experiment => Cursor.Encode(experiment.Id)));
    }
}
