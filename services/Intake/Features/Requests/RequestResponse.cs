using FlowPlatform.Intake.Domain.Requests;

namespace FlowPlatform.Intake.Features.Requests;

/// <summary>A request as its requester and its team see it.</summary>
/// <param name="Key">For people. The number stays; the prefix tells the delivering team once one has accepted the request.</param>
/// <param name="AcceptedAt">Instant c, from which customer lead time counts.</param>
/// <param name="CommittedAt">Instant m.</param>
/// <param name="StartedAt">Instant s.</param>
/// <param name="FinishedAt">Instant f.</param>
/// <param name="LeadTimeSeconds">Customer lead time f - c, once finished.</param>
/// <param name="CycleTimeSeconds">Cycle time f - s, once finished.</param>
public sealed record RequestResponse(
    Guid Id,
    long Version,
    string Key,
    string Title,
    string? Description,
    Guid CustomerId,
    Guid? RequesterId,
    Guid? TeamId,
    Practice Practice,
    WorkCategory Category,
    ClassOfService ClassOfService,
    DateOnly? DueDate,
    Severity Impact,
    Severity Urgency,
    Priority Priority,
    bool IsRegulated,
    string? Source,
    string? ExternalReference,
    RequestStatus Status,
    string? StatusReason,
    Guid? DuplicateOfId,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? AcceptedAt,
    DateTimeOffset? CommittedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset? EndedAt,
    double? LeadTimeSeconds,
    double? CycleTimeSeconds,
    int ReopenCount,
    CardResponse? Card
)
{
    internal static RequestResponse Of(WorkRequest request) =>
        new(
            request.Id,
            request.Version,
            request.Key,
            request.Title,
            request.Description,
            request.CustomerId,
            request.RequesterId,
            request.TeamId,
            request.Practice,
            request.Category,
            request.ClassOfService,
            request.DueDate,
            request.Impact,
            request.Urgency,
            request.Priority,
            request.IsRegulated,
            request.Source,
            request.ExternalReference,
            request.Status,
            request.StatusReason,
            request.DuplicateOfId,
            request.SubmittedAt,
            request.AcceptedAt,
            request.CommittedAt,
            request.StartedAt,
            request.FinishedAt,
            request.EndedAt,
            (request.FinishedAt - request.AcceptedAt)?.TotalSeconds,
            (request.FinishedAt - request.StartedAt)?.TotalSeconds,
            request.ReopenCount,
            CardResponse.Of(request)
        );
}

/// <summary>Where the request's card stands on the board that delivers it.</summary>
public sealed record CardResponse(Guid BoardId, string? Column, bool IsBlocked, string? BlockedReason)
{
    internal static CardResponse? Of(WorkRequest request) =>
        request.BoardId is { } board
            ? new CardResponse(board, request.BoardColumn, request.IsBlocked, request.BlockedReason)
            : null;
}
