namespace FlowPlatform.Contracts.Intake;

/// <summary>An accepted request was edited. Carries what RequestAccepted carries.</summary>
public sealed record RequestChanged(
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
