using FlowPlatform.Board.Domain.Experiments;
using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Data.Rows;

/// <summary>An experiment at rest. The analysis is kept as it was when the team decided.</summary>
internal sealed class ExperimentRow
{
    public required Guid Id { get; init; }
    public required Guid BoardId { get; init; }
    public required string Hypothesis { get; init; }
    public required FlowMetric Metric { get; init; }
    public required EffectDirection Direction { get; init; }
    public required double SmallestEffect { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required int BaseVersion { get; init; }
    public required int PatchVersion { get; init; }
    public required string BaseDigest { get; init; }
    public required string PatchDigest { get; init; }
    public required Guid StartedBy { get; init; }
    public required ExperimentStatus Status { get; set; }
    public string? Reason { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public Guid? DecidedBy { get; set; }
    public string? DecidedOn { get; set; }

    internal static ExperimentRow From(Experiment experiment) =>
        new()
        {
            Id = experiment.Id,
            BoardId = experiment.BoardId,
            Hypothesis = experiment.Hypothesis,
            Metric = experiment.Metric,
            Direction = experiment.Direction,
            SmallestEffect = experiment.SmallestEffect,
            StartsAt = experiment.StartsAt,
            EndsAt = experiment.EndsAt,
            BaseVersion = experiment.BaseVersion,
            PatchVersion = experiment.PatchVersion,
            BaseDigest = experiment.BaseDigest,
            PatchDigest = experiment.PatchDigest,
            StartedBy = experiment.StartedBy,
            Status = experiment.Status,
        };

    /// <summary>Takes the decision over, with the analysis on which it was made.</summary>
    internal void Decide(Experiment decided, string analysis)
    {
        (Status, Reason) = (decided.Status, decided.Reason);
        (DecidedAt, DecidedBy) = (decided.DecidedAt, decided.DecidedBy);
        DecidedOn = analysis;
    }

    internal Experiment ToExperiment() =>
        new()
        {
            Id = Id,
            BoardId = BoardId,
            Hypothesis = Hypothesis,
            Metric = Metric,
            Direction = Direction,
            SmallestEffect = SmallestEffect,
            StartsAt = StartsAt,
            EndsAt = EndsAt,
            BaseVersion = BaseVersion,
            PatchVersion = PatchVersion,
            BaseDigest = BaseDigest,
            PatchDigest = PatchDigest,
            StartedBy = StartedBy,
            Status = Status,
            Reason = Reason,
            DecidedAt = DecidedAt,
            DecidedBy = DecidedBy,
        };
}
