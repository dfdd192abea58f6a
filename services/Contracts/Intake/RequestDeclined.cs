namespace FlowPlatform.Contracts.Intake;

/// <summary>Triage declined a request, with the reason that its requester reads.</summary>
public sealed record RequestDeclined(Guid RequestId, long Version, string Reason, DateTimeOffset OccurredAt, Guid By);
