namespace FlowPlatform.Contracts.Intake;

/// <summary>The requester withdrew a request.</summary>
public sealed record RequestWithdrawn(Guid RequestId, long Version, string Reason, DateTimeOffset OccurredAt, Guid By);
