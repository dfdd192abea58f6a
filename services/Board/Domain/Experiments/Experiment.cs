using FlowPlatform.Board.Domain.Flow;

namespace FlowPlatform.Board.Domain.Experiments;

/// <summary>Which way a metric is to go.</summary>
public enum EffectDirection
{
    Increase,
    Decrease,
}

/// <summary>Where an experiment is: it runs until the team keeps or discards it.</summary>
public enum ExperimentStatus
{
    Running,
    Kept,
    Discarded,
}

/// <summary>
/// An improvement under test. It changed the policy of its board from BaseVersion to PatchVersion, or nothing where both
/// are the same; discarding it restores the base to the exact digest. Decided once, and never changed after.
/// </summary>
internal sealed record Experiment
{
    internal const int HypothesisLength = 1_000;
    internal const int ReasonLength = 1_000;

    public required Guid Id { get; init; }
    public required Guid BoardId { get; init; }
    public required string Hypothesis { get; init; }
    public required FlowMetric Metric { get; init; }
    public required EffectDirection Direction { get; init; }

    /// <summary>The smallest effect that matters, in the metric's own unit; more than zero.</summary>
    public required double SmallestEffect { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
    public required int BaseVersion { get; init; }
    public required int PatchVersion { get; init; }
    public required string BaseDigest { get; init; }
    public required string PatchDigest { get; init; }
    public required Guid StartedBy { get; init; }
    public ExperimentStatus Status { get; init; } = ExperimentStatus.Running;
    public string? Reason { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public Guid? DecidedBy { get; init; }

    internal bool ChangedPolicy => BaseVersion != PatchVersion;

    internal int Sign => Direction == EffectDirection.Increase ? 1 : -1;
}
