namespace FlowPlatform.Contracts.Intake;

/// <summary>Triage accepted a work request for a delivering team: it becomes an option. AcceptedAt is instant c of the lead-time definitions.</summary>
public sealed record RequestAccepted(
    Guid RequestId,
    long Version,
    string Key,
    string Title,
    Guid CustomerId,
    Guid? RequesterId,
    Guid? TeamId,
    string Practice,
    string Category,
    string ClassOfService,
    DateOnly? DueDate,
    string Priority,
    bool IsRegulated,
    DateTimeOffset AcceptedAt,
    DateTimeOffset OccurredAt,
    Guid By
);
