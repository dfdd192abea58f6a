using System.Text.Json;
using System.Text.Json.Serialization;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Data.Flow;
using FlowPlatform.Board.Data.Rows;
using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.ServiceDefaults.Results;
using Microsoft.EntityFrameworkCore;

namespace FlowPlatform.Board.Features.Experiments;

/// <summary>Reads of experiments, and their analysis from the measures of their board.</summary>
internal sealed class ExperimentQueries(BoardDbContext db, FlowReader reader)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    internal Task<ExperimentRow?> FindAsync(Guid id, CancellationToken ct) =>
        db.Experiments.SingleOrDefaultAsync(experiment => experiment.Id == id, ct);

    internal async Task<List<Experiment>> RunningAsync(Guid boardId, CancellationToken ct)
    {
        var rows = await db
            .Experiments.AsNoTracking()
            .Where(experiment => experiment.BoardId == boardId && experiment.Status == ExperimentStatus.Running)
            .OrderBy(experiment => experiment.Id)
            .ToListAsync(ct);
        return [.. rows.Select(row => row.ToExperiment())];
    }

    /// <summary>The analysis as of now; of a decided experiment, the one on which it was decided.</summary>
    internal async Task<Result<AnalysisResponse>> AnalysisAsync(
        ExperimentRow row,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (row.DecidedOn is { } decided && JsonSerializer.Deserialize<AnalysisResponse>(decided, Json) is { } kept)
        {
            return kept;
        }

        var experiment = row.ToExperiment();
        var sample = ExperimentAnalysis.Sample(experiment, now);
        var flow = await reader.ReadAsync(row.BoardId, new DisplayDays(sample, TimeZoneInfo.Utc), default, ct);
        if (flow.IsRefused)
        {
            return flow.Error;
        }

        var others = await OthersAsync(row, sample, ct);
        return AnalysisResponse.Of(ExperimentAnalysis.Of(experiment, flow.Value, others, now));
    }

    internal static string Write(AnalysisResponse analysis) => JsonSerializer.Serialize(analysis, Json);

    private async Task<List<Experiment>> OthersAsync(ExperimentRow row, Window window, CancellationToken ct)
    {
        var others = await db
            .Experiments.AsNoTracking()
            .Where(other => other.BoardId == row.BoardId && other.Id != row.Id && other.StartsAt < window.To)
            .Where(other => other.DecidedAt == null || other.DecidedAt > window.From)
            .ToListAsync(ct);
        return [.. others.Select(other => other.ToExperiment())];
    }
}
