namespace FlowPlatform.Contracts.Board;

/// <summary>
/// A team kept an improvement that it had tried. Effect is the difference of Metric after and before, with the chance of so
/// large a one without any effect; both are null where the data said nothing. WorkflowDigest is of the policy in force.
/// </summary>
public sealed record ExperimentKept(
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
