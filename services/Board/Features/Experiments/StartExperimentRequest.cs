using System.ComponentModel.DataAnnotations;
using FlowPlatform.Board.Data;
using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Domain.Workflow;
using FlowPlatform.Board.Features.Boards;

namespace FlowPlatform.Board.Features.Experiments;

/// <summary>Starts an experiment, now.</summary>
/// <param name="SmallestEffect">The smallest effect that matters, in the metric's own unit: days, items a day, a ratio.</param>
/// <param name="Workflow">The definition of workflow to try; the present one stays when left out.</param>
public sealed record StartExperimentRequest(
    [property: Required] Guid? BoardId,
    [property: Required, StringLength(Experiment.HypothesisLength, MinimumLength = 3)] string? Hypothesis,
    [property: Required] FlowMetric? Metric,
    [property: Required] EffectDirection? Direction,
    [property: Required, Range(1e-9, 1e9)] double? SmallestEffect,
    [property: Required] DateTimeOffset? EndsAt,
    WorkflowRequest? Workflow
)
{
    internal Experiment ToExperiment(LockedBoard board, DefinitionOfWorkflow tried, Act act) =>
        new()
        {
            Id = Guid.CreateVersion7(act.At),
            BoardId = board.Id,
            Hypothesis = Hypothesis ?? "",
            Metric = Metric ?? default,
            Direction = Direction ?? default,
            SmallestEffect = SmallestEffect ?? 0,
            StartsAt = act.At,
            EndsAt = EndsAt?.ToUniversalTime() ?? act.At,
            BaseVersion = board.Workflow.Version,
            PatchVersion = tried.Version,
            BaseDigest = WorkflowDigest.Of(board.Workflow),
            PatchDigest = WorkflowDigest.Of(tried),
            StartedBy = act.By,
        };
}
