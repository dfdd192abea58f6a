namespace FlowPlatform.Intake.Domain.Requests;

/// <summary>Where a card stands, in the words of a request: Committed, InProgress or Done.</summary>
internal sealed record CardPosition(
    Guid BoardId,
    long Version,
    string Column,
    RequestStatus Status,
    DateTimeOffset At,
    Guid By
);

/// <summary>The instants c, m, s and f of the lead-time definitions.</summary>
internal sealed record DeliveryInstants(
    DateTimeOffset AcceptedAt,
    DateTimeOffset CommittedAt,
    DateTimeOffset StartedAt,
    DateTimeOffset FinishedAt
);
