namespace FlowPlatform.Contracts.Board;

/// <summary>
/// A team discarded an improvement that it had tried; the policy from before is in force again, WorkflowDigest is its digest.
/// Effect is the difference of Metric after and before; it and PValue are null where the data said nothing.
/// </summary>
public sealed record ExperimentDiscarded(
    Guid ExperimentId,
    Guid BoardId,
    long Version,
    Guid TeamId,
    string Hypothesis,
    string Metric,
    double? Effect,
    double? PValue,
    string WorkflowDigest,
    string Reason,
    DateTimeOffset OccurredAt,
    Guid By
);
