using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Board.Domain.Flow;
using FlowPlatform.Board.Features.Flow;

namespace FlowPlatform.Board.Features.Experiments;

/// <summary>
/// An improvement under test, or as it was decided. BaseVersion and PatchVersion are of the definition of workflow before
/// and with it, the same where it changes none; equal digests mean equal policies.
/// </summary>
public sealed record ExperimentResponse(
    Guid Id,
    Guid BoardId,
    string Hypothesis,
    FlowMetric Metric,
    EffectDirection Direction,
    double SmallestEffect,
    DateTimeOffset StartsAt,
    DateTimeOffset EndsAt,
    ExperimentStatus Status,
    int BaseVersion,
    int PatchVersion,
    string BaseDigest,
    string PatchDigest,
    Guid StartedBy,
    string? Reason,
    DateTimeOffset? DecidedAt,
    Guid? DecidedBy
)
{
    internal static ExperimentResponse Of(Experiment experiment) =>
        new(
            experiment.Id,
            experiment.BoardId,
            experiment.Hypothesis,
            experiment.Metric,
            experiment.Direction,
            experiment.SmallestEffect,
            experiment.StartsAt,
            experiment.EndsAt,
            experiment.Status,
            experiment.BaseVersion,
            experiment.PatchVersion,
            experiment.BaseDigest,
            experiment.PatchDigest,
            experiment.StartedBy,
            experiment.Reason,
            experiment.DecidedAt,
            experiment.DecidedBy
        );
}

/// <summary>
/// What the data say. PValue is the chance of so large an effect, the wished way, without any; Power is the chance that the
/// smallest effect that matters would be shown in so long a time. Evidence judges at 5 % false alarms; the team decides.
/// </summary>
public sealed record AnalysisResponse(
    WindowResponse Before,
    WindowResponse After,
    EffectResponse? Effect,
    double? PValue,
    double? Power,
    Evidence Evidence,
    IReadOnlyList<ExperimentWarning> Warnings,
    ulong Seed
)
{
    internal static AnalysisResponse Of(ExperimentAnalysis analysis) =>
        new(
            new(analysis.Before.From, analysis.Before.To, "UTC"),
            new(analysis.After.From, analysis.After.To, "UTC"),
            EffectResponse.Of(analysis.Effect),
            analysis.PValue,
            analysis.Power,
            analysis.Evidence,
            analysis.Warnings,
            analysis.Seed
        );
}

/// <summary>An experiment with its analysis: as of now while it runs, and as of the decision after it.</summary>
public sealed record ExperimentDetailResponse(ExperimentResponse Experiment, AnalysisResponse Analysis);
