namespace FlowPlatform.Prioritisation.Domain.Options;

/// <summary>What Intake tells of an accepted request.</summary>
internal sealed record OptionFacts(
    string Key,
    string Title,
    Guid CustomerId,
    Guid? RequesterId,
    Guid? TeamId,
    string Practice,
    WorkCategory Category,
    ClassOfService ClassOfService,
    DateOnly? DueDate,
    string Priority,
    bool IsRegulated,
    DateTimeOffset AcceptedAt
);
