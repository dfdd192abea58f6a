namespace FlowPlatform.Contracts.Intake;

/// <summary>A request was linked as a duplicate of another (IsLinked) or the link was taken back.</summary>
public sealed record RequestLinked(
    Guid RequestId,
    long Version,
    Guid DuplicateOfId,
    bool IsLinked,
    DateTimeOffset OccurredAt,
    Guid By
);
