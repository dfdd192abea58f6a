namespace FlowPlatform.Contracts.Intake;

/// <summary>Triage took its acceptance back: the request waits for a decision again and is no option any more.</summary>
public sealed record RequestReturned(Guid RequestId, long Version, DateTimeOffset OccurredAt, Guid By);
